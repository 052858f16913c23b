import type { Draft } from './Draft.ts';
import type { Input, NonNull } from './World.ts';
import type { InputGenome } from './WorldGenome.ts';

/** Literals by which a scalar is defaulted. */
const DEFAULTS: Readonly<Record<string, string>> = {
  Int: '7',
  String: '"seven"',
  ID: '"id-7"',
  Boolean: 'true',
  Float: '7.5',
};

/**
 * Makes an argument, or a field of an input object.
 *
 * What callers cannot see has to be optional, or nobody could call the field.
 *
 * @param genome - from which it is made
 * @param name - of the argument
 * @param draft - the types that exist
 * @param inputs - input objects that it may hold
 */
export function makeInput(genome: InputGenome, name: string, draft: Draft, inputs: readonly string[]): Input {
  const bases = [
    ...Object.keys(DEFAULTS),
    'Int',
    'Int',
    'Int',
    'Int',
    'Int',
    'Int',
    ...draft.enums.map((type) => type.name),
    ...inputs,
    ...inputs,
  ];
  const base = bases[genome.base % bases.length] ?? 'Int';
  const nonNull = nonNullOf(genome.nonNull, genome.depth);
  const byDefault = genome.byDefault === 1 ? defaultOf(base, nonNull, draft) : undefined;
  const isOptional = !nonNull.at(-1) || byDefault !== undefined;
  return {
    name,
    base,
    nonNull,
    ...(byDefault === undefined ? {} : { byDefault }),
    inaccessible: isOptional && genome.byDefault === 1 && genome.base % 4 === 0,
  };
}

/**
 * Which levels of a type are non-null.
 *
 * @param bits - one per level
 * @param depth - how many lists there are around the named type
 */
export function nonNullOf(bits: number, depth: number): NonNull {
  return Array.from({ length: depth + 1 }, (_, level) => (bits & (1 << level)) !== 0);
}

function defaultOf(base: string, nonNull: NonNull, draft: Draft): string | undefined {
  const leaf = DEFAULTS[base] ?? draft.enums.find(({ name }) => name === base)?.names[0];
  if (leaf === undefined) return undefined;
  return nonNull.slice(1).reduce((inner) => `[${inner}, ${inner}]`, leaf);
}
