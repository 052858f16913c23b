import type { DepartmentDatabase } from '../data/DepartmentDatabase.ts';
import type { FactCollection } from '../data/FactCollection.ts';
import type { FactDraft } from '../data/FactDraft.ts';
import { linkCandidatesOf } from '../data/linkCandidates.ts';
import { LINK_RULE, type LinkRule } from './LinkRule.ts';
import { linkSubjects } from './linkSubjects.ts';
import { matchSubjects, type MatchedDrafts } from './matchSubjects.ts';
import type { SubjectDirectory } from './SubjectDirectory.ts';

/**
 * Links judged facts to their enterprises: by codes and exact names, and where a directory can compare names, by their likeness.
 *
 * @param database - the owner's, which knows what persons have rejected
 * @param collection - the declaration
 * @param drafts - at most a batch
 * @param directory - the registry
 * @param rule - the thresholds
 */
export async function linkDrafts(
  database: DepartmentDatabase,
  collection: FactCollection,
  drafts: readonly FactDraft[],
  directory: SubjectDirectory,
  rule: LinkRule = LINK_RULE,
): Promise<MatchedDrafts> {
  const linked = await linkSubjects(drafts, directory);
  if (directory.matcher === undefined) return { drafts: linked, proposals: [] };
  const open = linked.filter(({ subject }) => subject.uscc === undefined).map(({ id }) => id);
  return matchSubjects(linked, directory.matcher, await rejectedOf(database, collection, open), rule);
}

async function rejectedOf(
  database: DepartmentDatabase,
  { name }: FactCollection,
  facts: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rejected = new Map<string, Set<string>>();
  if (facts.length === 0) return rejected;
  const found = linkCandidatesOf(database).find(
    { fact: { $in: [...facts] }, collection: name, state: 'REJECTED' },
    { projection: { fact: 1, uscc: 1 } },
  );
  for await (const { fact, uscc } of found) rejected.set(fact, (rejected.get(fact) ?? new Set()).add(uscc));
  return rejected;
}
