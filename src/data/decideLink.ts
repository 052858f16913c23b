import type { SubgraphContext } from '../subgraph/context.ts';
import { AppError } from '../errors/AppError.ts';
import { maskFreeText } from '../values/masks.ts';
import { visibleText } from '../values/visibleText.ts';
import type { FactCollection } from './FactCollection.ts';
import type { FactDocumentBase } from './FactDocument.ts';
import type { FactDraft } from './FactDraft.ts';
import { isBlank } from './isBlank.ts';
import { linkCandidatesOf, type LinkCandidateDocument, type LinkState } from './linkCandidates.ts';
import { linkCandidateView, type LinkCandidateView } from './linkCandidateView.ts';
import { storedDraft } from './storedFact.ts';
import { writeEffect } from './writeEffect.ts';

/** A decision on a proposed link. */
export interface LinkRuling {
  /** The proposal. */
  readonly id: string;
  /** What the person notes. */
  readonly note?: string | null | undefined;
}

/** `type LinkDecision`. */
export interface LinkDecision {
  readonly candidate: LinkCandidateView;
  /** Revision that the fact stands at; null where the proposal was rejected. */
  readonly revision: number | null;
  /** False where it had been decided so before. */
  readonly changed: boolean;
}

/**
 * Links a fact to the enterprise that was proposed, as a revision with the reason `LINKED` and the basis `CONFIRMED`; other proposals for
 * the fact are settled with it. The same decision twice is one.
 *
 * @param collections - of facts that the department owns
 * @param ruling - which proposal
 * @param context - the request; its caller stands in the revision and in the proposal
 * @throws AppError LINK_UNKNOWN, LINK_DECIDED, FACT_UNKNOWN or FACT_ANNULLED; nothing changes then
 */
export async function confirmLink(
  collections: readonly FactCollection[],
  ruling: LinkRuling,
  context: SubgraphContext,
): Promise<LinkDecision> {
  const before = await candidateOf(collections, ruling.id, context);
  // The proposal is claimed first, so that of two people who decide at once only one is followed.
  const candidate = await decide(before, 'CONFIRMED', ruling, context);
  const collection = collections.find(({ name }) => name === candidate.collection);
  if (collection === undefined) throw new AppError('LINK_UNKNOWN');
  try {
    const operator = operatorOf(context);
    const asPerson = { ...context, caller: { ...context.caller, operator } };
    const { revision, changed } = await writeEffect(collection, candidate.fact, asPerson, 'LINKED', (fact) =>
      linkedDraft(collection, fact, candidate),
    );
    return { candidate: linkCandidateView(candidate), revision, changed };
  } catch (error) {
    await linkCandidatesOf(context.database).replaceOne({ _id: before._id, state: 'CONFIRMED' }, before);
    throw error;
  }
}

/**
 * Rejects a proposed link: this enterprise is never proposed for the fact again. The same decision twice is one.
 *
 * @param collections - of facts that the department owns
 * @param ruling - which proposal
 * @param context - the request; its caller stands in the proposal
 * @throws AppError LINK_UNKNOWN or LINK_DECIDED
 */
export async function rejectLink(
  collections: readonly FactCollection[],
  ruling: LinkRuling,
  context: SubgraphContext,
): Promise<LinkDecision> {
  const before = await candidateOf(collections, ruling.id, context);
  const candidate = await decide(before, 'REJECTED', ruling, context);
  return { candidate: linkCandidateView(candidate), revision: null, changed: before.state !== 'REJECTED' };
}

async function candidateOf(
  collections: readonly FactCollection[],
  id: string,
  { database }: SubgraphContext,
): Promise<LinkCandidateDocument> {
  const found = await linkCandidatesOf(database).findOne({
    _id: id,
    collection: { $in: collections.map(({ name }) => name) },
  });
  if (found === null) throw new AppError('LINK_UNKNOWN');
  return found;
}

/** From which states a decision may be taken, itself included: taking it again changes nothing. */
const BEFORE: Readonly<Record<'CONFIRMED' | 'REJECTED', readonly LinkState[]>> = {
  CONFIRMED: ['OPEN', 'SETTLED', 'CONFIRMED'],
  REJECTED: ['OPEN', 'REJECTED'],
};

async function decide(
  before: LinkCandidateDocument,
  state: 'CONFIRMED' | 'REJECTED',
  { note }: LinkRuling,
  context: SubgraphContext,
): Promise<LinkCandidateDocument> {
  if (before.state === state) return before;
  const noted = isBlank(note) ? {} : { note: maskFreeText(visibleText(String(note))) };
  const decided = await linkCandidatesOf(context.database).findOneAndUpdate(
    { _id: before._id, state: { $in: [...BEFORE[state]] } },
    { $set: { state, decidedBy: operatorOf(context), decidedOn: context.now, ...noted } },
    { returnDocument: 'after' },
  );
  if (decided === null) throw new AppError('LINK_DECIDED', { state: before.state });
  return decided;
}

/** Undefined where the fact stands linked to the enterprise already. */
function linkedDraft(
  collection: FactCollection,
  fact: FactDocumentBase,
  { uscc, score, state, note }: LinkCandidateDocument,
): FactDraft | undefined {
  if (fact.subjectUscc === uscc) return undefined;
  const isPerson = fact.record.subjectCategory === 'NATURAL_PERSON';
  if (fact.subjectUscc !== undefined || isPerson) throw new AppError('LINK_DECIDED', { state });
  const draft = storedDraft(collection, fact);
  return {
    ...draft,
    subject: { ...draft.subject, uscc, linkedBy: 'CONFIRMED', linkScore: score },
    flags: draft.flags.filter((flag) => flag !== 'SUBJECT_UNLINKED'),
    ...(note === undefined ? {} : { note }),
  };
}

function operatorOf({ caller: { operator = 'unknown', department = 'unknown' } }: SubgraphContext): string {
  return `${operator}@${department}`;
}
