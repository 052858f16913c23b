import type { SubgraphContext } from '../subgraph/context.ts';
import { withCase, withoutCase } from './disputeCases.ts';
import type { FactCollection } from './FactCollection.ts';
import { storedDraft } from './storedFact.ts';
import { writeEffect, type EffectAcknowledgement } from './writeEffect.ts';

/** An objection that begins or ends. */
export interface Dispute {
  /** Id of the objection; the same one twice is one. */
  readonly case: string;
  /** Whether it is pending. */
  readonly disputed: boolean;
}

/**
 * Marks a fact as disputed, or takes the mark of an objection off; everything else stays. The mark stays while another objection is
 * pending, or where the source carries one itself.
 *
 * @param collection - the declaration
 * @param id - the fact; a hidden one may be marked as well
 * @param dispute - which objection, and whether it is pending
 * @param context - the request
 * @throws AppError FACT_UNKNOWN or FACT_ANNULLED
 */
export function markDispute(
  collection: FactCollection,
  id: string,
  { case: objection, disputed }: Dispute,
  context: SubgraphContext,
): Promise<EffectAcknowledgement> {
  return writeEffect(collection, id, context, 'CORRECTED', (fact) => {
    const mark = (disputed ? withCase : withoutCase)(fact.record, objection);
    return mark === undefined ? undefined : { ...storedDraft(collection, fact), ...mark };
  });
}
