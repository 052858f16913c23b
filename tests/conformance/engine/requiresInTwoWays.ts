import { allFields } from './allFields.ts';
import type { CaseOutcome } from './runCase.ts';
import type { Required } from './World.ts';

/**
 * Tells whether what a field of a case requires, and what that requires in turn, needs one field with different arguments:
 * neither planner can tell the two apart within one field. What is written is written once, so it is all that a mutation selects.
 *
 * @param outcome - of the case
 */
export function requiresInTwoWays({ world, touched, question }: CaseOutcome): boolean {
  const fields = allFields(world);
  const requiredBy = (name: string, seen: ReadonlySet<string>): readonly Required[] => {
    if (seen.has(name)) return [];
    const own = fields.filter((field) => field.name === name).flatMap(({ requires }) => requires);
    return own.flatMap((one) => [one, ...requiredBy(one.name, new Set([...seen, name]))]);
  };
  const parts = /\bmutation\b/.test(question.text) ? [touched] : touched.map((coordinate) => [coordinate]);
  return parts.some((part) => {
    const names = new Set(part.map((coordinate) => coordinate.slice(coordinate.indexOf('.') + 1)));
    const required = [...names].flatMap((name) => requiredBy(name, new Set()));
    const calls = new Set(required.map(({ name, args }) => `${name} ${JSON.stringify(args)}`));
    return calls.size > new Set(required.map(({ name }) => name)).size;
  });
}
