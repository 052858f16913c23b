import { checkedLength } from '../../../src/data/checkedLength.ts';
import type { LedgerBody, LedgerEntry } from '../../../src/ledger/LedgerBody.ts';
import type { ChangeFilter } from '../__generated__/resolvers.ts';
import type { Change } from './Change.ts';

/** Entries of a list argument at most. */
const MOST = 100;

/** Tells whether a change was asked for. */
export type Condition = (change: Change, entry: LedgerEntry) => boolean;

/**
 * Turns what a caller asks for into a condition. A change without content meets whatever is asked for beside its reason: chosen by the
 * enterprise, department or type, it would tell them.
 *
 * @param filter - as a caller gave it; null and undefined do not narrow, an empty list fits nothing
 * @throws AppError LIST_TOO_LONG
 */
export function changeCondition(filter: ChangeFilter | null | undefined): Condition {
  const usccs = setOf(filter?.usccs, 'usccs');
  const departments = setOf(filter?.departments, 'departments');
  const factTypes = setOf(filter?.factTypes, 'factTypes');
  const reasons = setOf(filter?.reasons, 'reasons');
  return ({ reason, content }, { body }) => {
    if (!holds(reasons, [reason])) return false;
    if (content === undefined || body === undefined) return true;
    const { department, factType } = content;
    return holds(usccs, partiesOf(body)) && holds(departments, [department]) && holds(factTypes, [factType]);
  };
}

/** Whoever follows an enterprise learns that a fact was moved to another. */
function partiesOf({ uscc, before }: LedgerBody): readonly (string | undefined)[] {
  return [uscc, before?.uscc];
}

function setOf(values: readonly string[] | null | undefined, argument: string): ReadonlySet<string> | undefined {
  return values === null || values === undefined ? undefined : new Set(checkedLength(values, argument, MOST));
}

function holds(wanted: ReadonlySet<string> | undefined, values: readonly (string | undefined)[]): boolean {
  return wanted === undefined || values.some((value) => value !== undefined && wanted.has(value));
}
