import type { LedgerBody, LedgerEntry } from '../../../src/ledger/LedgerBody.ts';
import type { FactTypeCard } from '../../../src/subgraph/DepartmentCard.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import type { Change, ChangeContent } from './Change.ts';
import { fieldChanges } from './fieldChanges.ts';
import { goneReason, type GoneFact } from './goneReason.ts';
import { sightOf, type Sight } from './sightOf.ts';

/** Where the fact of an entry stands now. */
export interface Standing {
  /** Whether the caller may read it. */
  readonly isReadable: boolean;
  /** What the timeline holds of it, if anything. */
  readonly fact: GoneFact | undefined;
}

/**
 * Says what an entry of the ledger is to a caller.
 *
 * A fact that the caller may read now is told of with its values, as far as the rule let the caller see these values when they were
 * entered and would by today: what was hidden then is no part of the story, and the first entry that can be seen tells all values.
 * Of a fact that is gone, or was gone for a while, the reference and the reason are left to those who could see it.
 *
 * @param entry - of the ledger, about a fact of a type that the caller may use
 * @param standing - where its fact stands now
 * @param context - the request
 * @returns undefined where the entry is not for the caller
 */
export function judgeEntry(
  { seq, time, body }: LedgerEntry,
  { isReadable, fact }: Standing,
  context: SubgraphContext,
): Change | undefined {
  const card = body && cardOf(body, context);
  if (card === undefined || body === undefined) return undefined;
  const today = todayInShanghai(context.now);
  const sight = sightOf(body, context);
  const bare = { seq, time, factRef: body.fact };
  if (!isReadable) return sawAny(sight) ? { ...bare, reason: goneReason(fact, today) } : undefined;
  if (sight.stillAfter) return { ...bare, reason: body.reason, content: contentOf(body, card, sight, context) };
  return sight.before && !sight.after ? { ...bare, reason: body.reason } : undefined;
}

function cardOf({ type, department }: LedgerBody, { departments }: SubgraphContext): FactTypeCard | undefined {
  const { factTypes = [] } = departments.find(({ name }) => name === department) ?? {};
  return factTypes.find((card) => card.type === type);
}

function sawAny({ after, before }: Sight): boolean {
  return after || before;
}

function contentOf(
  body: LedgerBody,
  card: FactTypeCard,
  { stillBefore }: Sight,
  { caller }: SubgraphContext,
): ChangeContent {
  const { at, uscc, department, type: factType, title, revision } = body;
  const changes = fieldChanges(body, card, caller, stillBefore);
  return { at, uscc, department, factType, title, revision, changes };
}
