import { allFields } from './allFields.ts';
import type { CaseOutcome } from './runCase.ts';
import type { Field, World } from './World.ts';

/**
 * Tells whether a field of a case may have another value than the graph in one piece says, since what it requires has
 * failed: where that may be null, null is what it gets, and its value follows from it.
 *
 * @param outcome - of the case
 */
export function requiresFailed({ world, touched, runs }: CaseOutcome): boolean {
  const failed = new Set([...runs.own.happened].map(({ field }) => field));
  const asked = allFields(world).filter(({ name }) => touched.some((coordinate) => coordinate.endsWith(`.${name}`)));
  return requiredNames(world, asked, new Set()).some((name) => failed.has(name));
}

function requiredNames(world: World, fields: readonly Field[], seen: Set<string>): string[] {
  return fields.flatMap(({ requires }) =>
    requires.flatMap(({ name, nested }) => {
      // Another field may require more of the same object.
      if (seen.has(name)) return nested;
      seen.add(name);
      const inner = allFields(world).filter((field) => field.name === name);
      return [name, ...nested, ...requiredNames(world, inner, seen)];
    }),
  );
}
