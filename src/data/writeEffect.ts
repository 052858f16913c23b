import type { SubgraphContext } from '../subgraph/context.ts';
import { AppError } from '../errors/AppError.ts';
import type { FactCollection } from './FactCollection.ts';
import type { FactDocumentBase, RevisionReason } from './FactDocument.ts';
import type { FactDraft } from './FactDraft.ts';
import { writeFacts } from './writeFacts.ts';

/** `type EffectAcknowledgement`: the owner has done what was decided elsewhere. */
export interface EffectAcknowledgement {
  readonly fact: string;
  /** Revision that the fact stands at. */
  readonly revision: number;
  /** False where it had been done before. */
  readonly changed: boolean;
}

/** Attempts where others change the fact at the same moment. */
const MAX_ATTEMPTS = 5;

/**
 * Writes what a decision taken elsewhere means for a fact, as a revision of it.
 *
 * @param collection - the declaration
 * @param id - the fact
 * @param context - the request
 * @param reason - of the revision
 * @param draftOf - what is to be written of the current revision; undefined where it stands there already
 * @throws AppError FACT_UNKNOWN, FACT_ANNULLED, and what `draftOf` throws; REVISION_CONFLICT where others change the fact without end
 */
export async function writeEffect(
  collection: FactCollection,
  id: string,
  context: SubgraphContext,
  reason: RevisionReason,
  draftOf: (fact: FactDocumentBase) => FactDraft | undefined,
): Promise<EffectAcknowledgement> {
  for (let attempt = 1; ; attempt += 1) {
    const stored = await standingFact(collection, id, context);
    const draft = draftOf(stored);
    if (draft === undefined) return { fact: id, revision: stored.record.revision, changed: false };
    try {
      return await write(collection, draft, context, reason);
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isOvertaken(error)) throw error;
    }
  }
}

async function standingFact(
  collection: FactCollection,
  id: string,
  { database }: SubgraphContext,
): Promise<FactDocumentBase> {
  const stored = await database.facts(collection).findOne({ _id: id });
  if (stored === null) throw new AppError('FACT_UNKNOWN', { type: collection.type });
  const { state } = stored.record;
  if (state === 'DELETED' || state === 'ARCHIVED') throw new AppError('FACT_ANNULLED', { type: collection.type });
  return stored;
}

async function write(
  collection: FactCollection,
  draft: FactDraft,
  { database, caller, now }: SubgraphContext,
  reason: RevisionReason,
): Promise<EffectAcknowledgement> {
  const origin = { source: 'effect', operator: caller.operator ?? 'unknown', receivedAt: now };
  const [written] = await writeFacts(database, collection, [draft], { origin, reason, neverHas: new Set() });
  if (written === undefined) throw new AppError('FACT_UNKNOWN', { type: collection.type });
  const { document, outcome } = written;
  return { fact: document._id, revision: document.record.revision, changed: outcome === 'CHANGED' };
}

/** Another revision came first: what the decision means is worked out anew on top of it. */
function isOvertaken(error: unknown): boolean {
  return error instanceof AppError && error.extensions['code'] === 'REVISION_CONFLICT';
}
