import type { FactCollection } from '../../src/data/FactCollection.ts';
import type { FactDocumentBase } from '../../src/data/FactDocument.ts';
import { visibilityFilter } from '../../src/policy/visibility.ts';
import type { SubgraphContext } from '../../src/subgraph/context.ts';
import { todayInShanghai, type LocalDate } from '../../src/values/localDate.ts';
import { workingDaysBetween } from '../../src/values/workingDays.ts';
import { objections } from './collections/objections.ts';
import { repairs } from './collections/repairs.ts';
import type { Objection, Repair } from './procedure.ts';

/** An application whose deadline has passed: one of the two kinds. */
export interface OverdueRemedy {
  readonly repair?: Repair;
  readonly objection?: Objection;
  readonly dueOn: LocalDate;
  readonly workingDaysLate: number;
}

/** Longest list. */
const MOST = 100;

/**
 * Lists the applications and objections that the caller may see and whose running deadline has passed; the last day of a deadline is
 * in time.
 *
 * @param department - owner of the facts concerned; all unless given
 * @param context - the request
 * @returns the oldest first, 100 at most
 */
export async function overdueRemedies(
  department: string | undefined,
  context: SubgraphContext,
): Promise<readonly OverdueRemedy[]> {
  const today = todayInShanghai(context.now);
  const late = ({ nextDueOn }: Due): Pick<OverdueRemedy, 'dueOn' | 'workingDaysLate'> => ({
    dueOn: nextDueOn,
    workingDaysLate: workingDaysBetween(nextDueOn, today),
  });
  const [applications, disputes] = await Promise.all([
    overdue<Repair>(repairs, department, today, context),
    overdue<Objection>(objections, department, today, context),
  ]);
  return [
    ...applications.map((repair) => ({ repair, ...late(repair) })),
    ...disputes.map((objection) => ({ objection, ...late(objection) })),
  ]
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
    .slice(0, MOST);
}

interface Due {
  readonly nextDueOn: LocalDate;
}

async function overdue<Kind extends FactDocumentBase>(
  collection: FactCollection,
  department: string | undefined,
  today: LocalDate,
  { database, caller }: SubgraphContext,
): Promise<(Kind & Due)[]> {
  const ofDepartment = department === undefined ? {} : { targetDepartment: department };
  return database
    .facts(collection)
    .find<Kind & Due>({
      $and: [visibilityFilter(caller, today, collection), { nextDueOn: { $lt: today } }, ofDepartment],
    })
    .sort({ nextDueOn: 1, _id: 1 })
    .limit(MOST)
    .toArray();
}
