import { allFields } from './allFields.ts';
import { fieldNameOf } from './differsOnlyAt.ts';
import type { CaseOutcome } from './runCase.ts';

/** What departments say that are asked for a field which they do not hold, or without what it requires. */
const WRONGLY_ASKED = /^(?:\w+\.)?(?<field>\w+) (?:is external|requires \w+, which was not given)$/;

/**
 * Whether `@apollo/gateway` answers nothing, since its planner finds no way.
 *
 * @param outcome - of a case
 * @param message - how each of its messages has to read
 */
export function hasNoPlan({ apollo: { data, errors = [] } }: CaseOutcome, message: RegExp): boolean {
  return !data && errors.length > 0 && errors.every((error) => message.test(error.message));
}

/**
 * Whether the answer is null in any case, and `@apollo/gateway` asked for a field where it is not held, or without what it requires.
 *
 * @param outcome - of a case
 * @param names - of the fields
 */
export function failsIn({ own, apollo }: CaseOutcome, names: ReadonlySet<string>): boolean {
  const wrong = (apollo.errors ?? []).flatMap(({ message }) => WRONGLY_ASKED.exec(message)?.groups?.['field'] ?? []);
  return own.data === null && apollo.data === null && wrong.some((name) => names.has(name));
}

/** What a department says of a document that no server may carry out (GraphQL October 2021, 5.3.2). */
const IN_CONFLICT = /(?:^Fields|subfields) "(?<field>\w+)" conflict because they have differing arguments/;

/**
 * Whether `@apollo/gateway` asked a department for a field that others require with two lists of arguments under one name.
 *
 * @param outcome - of a case
 */
export function asksInConflict({ apollo, world }: CaseOutcome): boolean {
  const names = new Set(
    allFields(world).flatMap(({ requires }) => requires.flatMap(({ name, nested }) => [name, ...nested])),
  );
  const fields = (apollo.errors ?? []).flatMap(({ message }) => IN_CONFLICT.exec(message)?.groups?.['field'] ?? []);
  return fields.length > 0 && fields.map(fieldNameOf).every((name) => names.has(name));
}
