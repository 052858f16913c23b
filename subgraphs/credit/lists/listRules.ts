import type { ListRules } from '../../../src/subgraph/ListRules.ts';
import { LISTS, LISTS_VERSION } from './listDefinitions.ts';
import { listsOf } from './listsOf.ts';

const RED: ReadonlySet<string> = new Set(LISTS.filter(({ kind }) => kind === 'RED').map(({ id }) => id));

/** The lists as other departments may know them: a red entry under objection does not count, as `onList` has it. */
export const listRules: ListRules = {
  version: LISTS_VERSION,
  factTypes: new Set(
    LISTS.flatMap(({ editions }) => editions.flatMap(({ entries }) => entries.map(({ type }) => type))),
  ),
  listsOf: (fact) => listsOf(fact).filter((list) => !(fact.record.disputed === true && RED.has(list))),
};
