import type { DepartmentDatabase } from '../../../src/data/DepartmentDatabase.ts';
import type { Follower } from '../../../src/ledger/Follower.ts';
import type { LedgerEntry } from '../../../src/ledger/LedgerBody.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import { TIMELINE } from '../timeline/timelineVersion.ts';
import { evaluateEnterprises } from './evaluateEnterprises.ts';
import { evaluationsOf } from './EvaluationDocument.ts';
import { EVALUATION } from './evaluationVersion.ts';
import { keepRegistrationStates } from './registrationStates.ts';

/** Keeps the evaluations: computes anew the enterprises that entries are about, from the timeline, which it never passes. */
export const evaluationFollower: Follower = {
  ...EVALUATION,
  behind: TIMELINE,
  async apply(entries, { database, departments, now }) {
    await keepRegistrationStates(database, entries);
    const usccs = new Set([...entries.flatMap(enterprisesOf), ...(await enterprisesOfWithheld(database, entries))]);
    await evaluateEnterprises([...usccs], { database, today: todayInShanghai(now), departments });
  },
};

/** A fact that was moved changes two enterprises. */
function enterprisesOf({ body }: LedgerEntry): readonly string[] {
  const { uscc, before } = body ?? {};
  return [uscc, before?.uscc].filter((code) => code !== undefined);
}

/** An entry without its body names its fact and not whom it was about; the evaluation knows who had it. */
async function enterprisesOfWithheld(
  database: DepartmentDatabase,
  entries: readonly LedgerEntry[],
): Promise<readonly string[]> {
  const facts = entries.flatMap(({ withheldFact }) => withheldFact ?? []);
  if (facts.length === 0) return [];
  const counted = { 'evaluations.GOVERNMENT.points.fact.id': { $in: facts } };
  return evaluationsOf(database).distinct('_id', { $or: [counted, { _id: { $in: facts } }] });
}
