import type { FactDraft } from '../data/FactDraft.ts';
import { awaitsLink } from '../data/unlinkedFilter.ts';
import { writeFacts, type WrittenFact } from '../data/writeFacts.ts';
import type { ImportTarget } from './importRows.ts';
import { linkDrafts } from './linkDrafts.ts';
import type { MatchedDrafts } from './matchSubjects.ts';
import { proposeLinks, type StoredProposal } from './proposeLinks.ts';
import type { QuarantineReason } from './quarantine.ts';

/** What became of judged rows. */
export interface WrittenRows {
  /** An outcome per draft, in order. */
  readonly written: readonly WrittenFact[];
  /** How many facts wait for a person to say which enterprise they are about. */
  readonly proposed: number;
}

/**
 * The transaction of an import that was killed lives on at the server and holds its facts for a minute (`transactionLifetimeLimitSeconds`);
 * the same file read again meets them.
 */
const PATIENCE_MS = 90_000;

/**
 * Links the judged rows of a file to their enterprises and writes them; rows that come out of quarantine go the same way.
 *
 * @param drafts - at most a batch
 * @param target - where they go
 */
export async function writeLinked(drafts: readonly FactDraft[], target: ImportTarget): Promise<WrittenRows> {
  const { database, collection, directory, origin, setting, linkRule } = target;
  const matched: MatchedDrafts =
    collection.kind === 'FACT'
      ? await linkDrafts(database, collection, drafts, directory, linkRule)
      : { drafts, proposals: [] };
  const { neverHas } = setting;
  const how = { origin, reason: 'CORRECTED', neverHas, patienceMs: PATIENCE_MS } as const;
  const written = await writeFacts(database, collection, matched.drafts, how);
  const proposals = waiting(matched, written);
  await proposeLinks(database, collection, proposals, origin.receivedAt);
  return { written, proposed: proposals.length };
}

/** A fact that was not written needs no proposal, nor does one whose link lives on, though the file knows nothing of it. */
function waiting({ drafts, proposals }: MatchedDrafts, written: readonly WrittenFact[]): readonly StoredProposal[] {
  if (proposals.length === 0) return [];
  const stored = new Map(drafts.map((draft, at) => [draft, written[at]]));
  return proposals.flatMap((proposal) => {
    const fact = stored.get(proposal.draft);
    const isWaiting = fact !== undefined && fact.outcome !== 'CONFLICT' && awaitsLink(fact.document);
    return isWaiting ? [{ ...proposal, fact: fact.document._id }] : [];
  });
}

/**
 * Says why a row stays in quarantine that contradicts another row of its file.
 *
 * @param fact - written with the outcome CONFLICT
 */
export function conflictReason({ conflictsWith }: WrittenFact): QuarantineReason {
  const other = conflictsWith === undefined ? '' : String(conflictsWith);
  return {
    column: '*',
    code: 'CONFLICTS_IN_FILE',
    expected: `与第 ${other} 行为同一记录但内容不同 / the same fact as row ${other}, with other content`,
  };
}
