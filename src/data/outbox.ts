import type { FactCollection } from './FactCollection.ts';
import type { FactDocumentBase, RevisionReason } from './FactDocument.ts';

/** A day on which publicity began or ended by itself, without a new revision. */
export type PublicityTurn = 'PUBLICITY_STARTED' | 'EXPIRED';

/** What happened to a fact, written in the same transaction as the fact; the ledger is made of these. */
export interface OutboxEvent {
  /** `<fact id>@<revision>`, with a reason behind it (`…:EXPIRED`) where no revision was written: appending it twice is one event. */
  readonly _id: string;
  readonly collection: string;
  readonly fact: string;
  readonly revision: number;
  /** `REMOVED` where the fact was taken out of the database altogether, as the sample city is. */
  readonly reason: RevisionReason | PublicityTurn | 'REMOVED';
  /** The enterprise that the fact is about; of a registration the one that it is. */
  readonly subjectUscc?: string;
  /** The enterprise that the fact was about before, where that is another one. */
  readonly movedFrom?: string;
  readonly at: Date;
}

/**
 * Gives the enterprise that an event is about.
 *
 * @param kind - of the collection
 * @param fact - as stored
 */
export function subjectOfEvent(
  kind: FactCollection['kind'],
  { _id, subjectUscc }: Pick<FactDocumentBase, '_id' | 'subjectUscc'>,
): Pick<OutboxEvent, 'subjectUscc'> {
  const uscc = kind === 'SUBJECT' ? _id : subjectUscc;
  return uscc === undefined ? {} : { subjectUscc: uscc };
}
