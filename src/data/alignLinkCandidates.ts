import type { ClientSession } from 'mongodb';
import type { LocalDate } from '../values/localDate.ts';
import type { DepartmentDatabase } from './DepartmentDatabase.ts';
import type { FactDocumentBase } from './FactDocument.ts';
import { linkCandidatesOf, type LinkState } from './linkCandidates.ts';
import { awaitsLink } from './unlinkedFilter.ts';

/** States of proposals that nobody has decided on. */
const UNDECIDED: readonly LinkState[] = ['OPEN', 'SUSPENDED'];

/**
 * Brings the proposals of facts in line with what the facts say now: a person is asked about a fact as long as it is shown and has no
 * enterprise. While it is not shown they are kept, and wait again once it is; where it needs no enterprise any more they are settled. What
 * was confirmed or rejected stays.
 *
 * @param database - the owner's
 * @param facts - as they are stored by now
 * @param today - the day in Asia/Shanghai
 * @param session - of the transaction that changes the facts, where there is one
 */
export async function alignLinkCandidates(
  database: Pick<DepartmentDatabase, 'db'>,
  facts: readonly Pick<FactDocumentBase, '_id' | 'record'>[],
  today: LocalDate,
  session?: ClientSession,
): Promise<void> {
  for (const state of ['OPEN', 'SUSPENDED', 'SETTLED'] as const) {
    const some = facts.filter((fact) => stateFor(fact, today) === state).map(({ _id }) => _id);
    if (some.length === 0) continue;
    await linkCandidatesOf(database).updateMany(
      { fact: { $in: some }, state: { $in: UNDECIDED.filter((one) => one !== state) } },
      { $set: { state } },
      session === undefined ? {} : { session },
    );
  }
}

/** The same conditions as in `visibilityFilter`, for any caller. */
function stateFor(fact: Pick<FactDocumentBase, 'record'>, today: LocalDate): 'OPEN' | 'SUSPENDED' | 'SETTLED' {
  if (!awaitsLink(fact)) return 'SETTLED';
  const { state, publicity: { from = today, until = today } = {} } = fact.record;
  return state === 'ACTIVE' && from <= today && today <= until ? 'OPEN' : 'SUSPENDED';
}
