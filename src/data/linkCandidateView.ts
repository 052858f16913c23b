import type { LinkCandidateDocument } from './linkCandidates.ts';

/** `type LinkCandidate`. */
export type LinkCandidateView = Omit<LinkCandidateDocument, '_id' | 'collection'> & { readonly id: string };

/**
 * Shows a stored proposal as the graph has it.
 *
 * @param document - as it is stored
 */
export function linkCandidateView({ _id, collection, ...candidate }: LinkCandidateDocument): LinkCandidateView {
  return { id: _id, ...candidate };
}
