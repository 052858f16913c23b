import type { SubgraphContext } from '../subgraph/context.ts';
import { AppError } from '../errors/AppError.ts';
import { todayInShanghai } from '../values/localDate.ts';
import type { FactCollection } from './FactCollection.ts';
import type { FactDocumentBase, PublicityDocument } from './FactDocument.ts';
import { storedDraft } from './storedFact.ts';
import { copyEnd, latestRepair } from './keptPublicity.ts';
import type { Growing } from './setGiven.ts';
import { writeEffect, type EffectAcknowledgement } from './writeEffect.ts';

/** A decision taken elsewhere that ends the publicity of a fact. */
export interface PublicityEnd {
  /** `enum PublicityEndReason`. */
  readonly reason: string;
  /** Id of the decision; the same one twice is one. */
  readonly decision: string;
}

/**
 * Ends the publicity of a fact: no door shows it from the acknowledgement on. Several decisions may end it; it stays hidden while one
 * of them stands.
 *
 * @param collection - the declaration
 * @param id - the fact
 * @param end - why, and by which decision
 * @param context - the request; its service identity stands in the revision as operator
 * @throws AppError FACT_UNKNOWN, FACT_ANNULLED, or DECISION_UNDONE for one that was undone before
 */
export function endPublicity(
  collection: FactCollection,
  id: string,
  { reason, decision }: PublicityEnd,
  context: SubgraphContext,
): Promise<EffectAcknowledgement> {
  return writeEffect(collection, id, context, 'PUBLICITY_ENDED', (fact) => {
    const publicity = fact.record.publicity ?? {};
    const { endedBy = [], undone = [] } = publicity;
    if (undone.includes(decision)) throw new AppError('DECISION_UNDONE', { decision });
    if (endedBy.includes(decision)) return undefined;
    const first = endedBy.length > 0 ? {} : { endedOn: todayInShanghai(context.now), endReason: reason };
    return hidden(collection, fact, { ...publicity, ...first, endedBy: [...endedBy, decision] });
  });
}

/**
 * Undoes a decision that ended the publicity of a fact, since it rested on a false promise or false papers: where no other
 * decision stands, the fact is public again, to the last day of its window.
 *
 * @param collection - the declaration
 * @param id - the fact
 * @param decision - id of the decision
 * @param context - the request
 * @throws AppError FACT_UNKNOWN or FACT_ANNULLED
 */
export function restorePublicity(
  collection: FactCollection,
  id: string,
  decision: string,
  context: SubgraphContext,
): Promise<EffectAcknowledgement> {
  return writeEffect(collection, id, context, 'RESTORED', (fact) => {
    const { endedBy = [], undone = [], endedOn, endReason, ...publicity } = fact.record.publicity ?? {};
    if (undone.includes(decision)) return undefined;
    const window: Growing<PublicityDocument> = {
      ...publicity,
      ...latestRepair(publicity),
      undone: [...undone, decision],
    };
    const others = endedBy.filter((other) => other !== decision);
    if (others.length === 0) return { ...storedDraft(collection, fact), publicity: window, state: 'ACTIVE' };
    copyEnd({ ...fact.record.publicity, endedBy: others }, window);
    return hidden(collection, fact, window);
  });
}

function hidden(collection: FactCollection, fact: FactDocumentBase, publicity: PublicityDocument) {
  return { ...storedDraft(collection, fact), publicity, state: 'HIDDEN' as const };
}
