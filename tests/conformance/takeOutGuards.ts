import { jest } from '@jest/globals';

type Functions = Readonly<Record<string, (...given: never[]) => unknown>>;

/** Functions that stand in a module's place while the guard of a name is out, made from its own ones. */
export type Mutants<Module> = Readonly<Record<string, (actual: Module) => Partial<Module>>>;

/** The guard that is taken out at the moment; none at first. */
let out: string | undefined;

/**
 * Takes a guard out until it is put back.
 *
 * @param name - of the guard
 * @returns puts it back
 */
export function takeOut(name: string): () => void {
  out = name;
  return () => (out = undefined);
}

/**
 * Has the guards of a module be taken out by name, without a word of it in the product. To be called before anything is imported that imports
 * the module.
 *
 * @param path - of the module, from this folder
 * @param mutants - by the name of each guard
 */
export async function replaceGuards<Module extends object>(path: string, mutants: Mutants<Module>): Promise<void> {
  const actual = (await import(path)) as Module;
  const names = Object.values(mutants).flatMap((mutant) => Object.keys(mutant(actual)));
  const switched = names.map((name) => {
    const call = (...given: never[]): unknown => {
      const mutant = out === undefined ? undefined : mutants[out]?.(actual);
      return ({ ...actual, ...mutant } as unknown as Functions)[name]?.(...given);
    };
    return [name, call] as const;
  });
  jest.unstable_mockModule(path, () => ({ ...actual, ...Object.fromEntries(switched) }));
}

/**
 * Tells whether a guard is out now, for a module whose guards are none of its functions.
 *
 * @param name - of the guard
 */
export function isOut(name: string): boolean {
  return out === name;
}

/**
 * Has parts of a module be replaced by others made from them, as {@link replaceGuards} does.
 *
 * @param path - of the module, from this folder
 * @param replaced - gives the parts; what was made while a guard stood has to ask {@link isOut} itself
 */
export async function replaceParts<Module extends object>(
  path: string,
  replaced: (actual: Module) => Partial<Module>,
): Promise<void> {
  const actual = (await import(path)) as Module;
  jest.unstable_mockModule(path, () => ({ ...actual, ...replaced(actual) }));
}
