import sift from 'sift';
import type { LedgerBody, VisibilityBefore } from '../../../src/ledger/LedgerBody.ts';
import { visibilityOverAll } from '../../../src/policy/visibilityOverAll.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { todayInShanghai, type LocalDate } from '../../../src/values/localDate.ts';

/** Which sides of a change a caller could see, by the one visibility rule. */
export interface Sight {
  /** The fact as the change left it, when it happened. */
  readonly after: boolean;
  /** The fact as it was, until then. */
  readonly before: boolean;
  /** Whether the rule also lets the caller see these values by today: what they were has no claim to be shown for longer. */
  readonly stillAfter: boolean;
  readonly stillBefore: boolean;
}

/** What the rule looks at. */
interface Seen {
  readonly uscc?: string;
  readonly record: object;
}

/**
 * Judges which sides of a change a caller could see when it happened.
 *
 * @param body - of the entry
 * @param context - the request
 */
export function sightOf(body: LedgerBody, context: SubgraphContext): Sight {
  const today = todayInShanghai(context.now);
  const day = todayInShanghai(new Date(body.at));
  const sees = (side: Seen | undefined, on: LocalDate | undefined): boolean =>
    side !== undefined && on !== undefined && ruleOn(on, context)(shapeOf(body, side));
  const now = isPerson(body) ? undefined : body;
  const before = sideBefore(body);
  const beforeDay = lastDayBefore(body, day);
  return {
    after: sees(now, day),
    before: sees(before, beforeDay),
    stillAfter: sees(now, day) && sees(now, today),
    stillBefore: sees(before, beforeDay) && sees(before, today),
  };
}

/** The rule as a test in memory, made once for each day of a request. */
function ruleOn(day: LocalDate, { caller, loaders }: SubgraphContext): (shape: object) => boolean {
  return loaders.get(`feed.rule ${day}`, () => sift.default<object>(visibilityOverAll(caller, day)));
}

/** A side of a change in the form of a stored fact. */
function shapeOf({ fact, department, type }: LedgerBody, { uscc, record }: Seen): object {
  return { _id: fact, department, type, record, ...(uscc === undefined ? {} : { subjectUscc: uscc }) };
}

/** What is about a natural person is never public; what was, was about no person yet. */
function sideBefore(body: LedgerBody): VisibilityBefore | undefined {
  return isPerson(body) && body.before?.record.usageScope !== 'PUBLIC' ? undefined : body.before;
}

function isPerson({ record }: LedgerBody): boolean {
  return record.subjectCategory === 'NATURAL_PERSON';
}

/** A window that opened by itself had been closed until then; one that ended by itself was open to its last day. */
function lastDayBefore({ reason, record }: LedgerBody, day: LocalDate): LocalDate | undefined {
  if (reason === 'PUBLICITY_STARTED') return undefined;
  return reason === 'EXPIRED' ? record.publicity?.until : day;
}
