import type { FactCollection } from './FactCollection.ts';
import type { FactDraft } from './FactDraft.ts';

/**
 * Flags a fact that a person enters or corrects where it names no enterprise, and takes the flag off where it does by now.
 * Natural persons are no enterprises: their facts are never flagged.
 *
 * @param collection - the declaration
 * @param draft - as it was judged
 */
export function markUnlinked(collection: FactCollection, draft: FactDraft): FactDraft {
  const { uscc, category } = draft.subject;
  const isUnlinked = collection.kind === 'FACT' && uscc === undefined && category !== 'NATURAL_PERSON';
  const others = draft.flags.filter((flag) => flag !== 'SUBJECT_UNLINKED');
  return { ...draft, flags: isUnlinked ? [...others, 'SUBJECT_UNLINKED' as const].sort() : others };
}
