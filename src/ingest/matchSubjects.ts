import type { FactDraft } from '../data/FactDraft.ts';
import { MOST_PROPOSALS, type LinkRule } from './LinkRule.ts';
import type { SubjectCandidate, SubjectMatcher, SubjectRecord } from './SubjectMatcher.ts';

/** Facts as likeness of names could link them, and what a person is to decide. */
export interface MatchedDrafts {
  /** In the order in which they were given. */
  readonly drafts: readonly FactDraft[];
  readonly proposals: readonly LinkProposal[];
}

/** Enterprises that a person is asked about, for one fact. */
export interface LinkProposal {
  readonly draft: FactDraft;
  readonly candidates: readonly SubjectCandidate[];
}

/** Most records that a matcher takes at once. */
const MOST = 1000;

/** Two or three characters may be a person's name as well as a trade name; they are left to exact comparison. */
const SHORTEST = 4;

/**
 * Links facts that no code and no exact name led anywhere, by the likeness of their names: by itself where one enterprise fits very well
 * and none comes near it, through a person where some fit well enough. Of facts that a damaged code led to an enterprise, the
 * printed name is compared with the registered one, and the score is kept beside the link.
 *
 * Natural persons are left alone. Once a person has rejected an enterprise for a fact, no other is linked to it without being asked
 * either.
 *
 * @param drafts - from `linkSubjects`; at most a batch
 * @param matcher - compares names
 * @param rejected - enterprises that a person rejected, by the id of the fact
 * @param rule - the thresholds
 */
export async function matchSubjects(
  drafts: readonly FactDraft[],
  matcher: SubjectMatcher,
  rejected: ReadonlyMap<string, ReadonlySet<string>>,
  rule: LinkRule,
): Promise<MatchedDrafts> {
  const records = new Map(
    drafts.flatMap((draft, at) => {
      const record = recordOf(draft);
      return record === undefined ? [] : [[at, record] as const];
    }),
  );
  if (records.size === 0) return { drafts, proposals: [] };
  const found = await matchAll(matcher, [...records.values()]);
  const candidatesAt = new Map([...records.keys()].map((at, place) => [at, found[place] ?? []]));
  const matched = drafts.map((draft, at) =>
    judge(draft, candidatesAt.get(at) ?? [], rejected.get(draft.id) ?? new Set(), rule),
  );
  return {
    drafts: matched.map(({ draft }) => draft),
    proposals: matched.filter(({ candidates }) => candidates.length > 0),
  };
}

async function matchAll(
  matcher: SubjectMatcher,
  records: readonly SubjectRecord[],
): Promise<readonly (readonly SubjectCandidate[])[]> {
  const found: (readonly SubjectCandidate[])[] = [];
  for (let at = 0; at < records.length; at += MOST) found.push(...(await matcher.match(records.slice(at, at + MOST))));
  return found;
}

/** What is asked for a fact; undefined where nothing is to be asked. */
function recordOf({ subject }: FactDraft): SubjectRecord | undefined {
  const { name, uscc, linkedBy, category, rawCode, orgCode, middleCode, codes } = subject;
  if (name === undefined || category === 'NATURAL_PERSON' || name.length < SHORTEST) return undefined;
  if (uscc !== undefined) return linkedBy === 'USCC_MIDDLE' ? { name, codes: [uscc] } : undefined;
  const given = [rawCode, orgCode, middleCode, codes?.orgCode, codes?.registrationNo];
  return { name, codes: [...new Set(given.filter((code) => code !== undefined))] };
}

function judge(
  draft: FactDraft,
  candidates: readonly SubjectCandidate[],
  rejected: ReadonlySet<string>,
  { linkAt, lead, askAt }: LinkRule,
): LinkProposal {
  const { subject } = draft;
  if (subject.uscc !== undefined) return { draft: compared(draft, candidates), candidates: [] };
  const open = candidates.filter(({ uscc }) => !rejected.has(uscc));
  const [best, second] = open;
  if (best === undefined) return { draft, candidates: [] };
  const isClear = best.score >= linkAt && best.score - (second?.score ?? 0) >= lead;
  if (isClear && rejected.size === 0) {
    const link = { uscc: best.uscc, linkedBy: 'NAME_MATCH', linkScore: rounded(best.score) } as const;
    const flags = draft.flags.filter((flag) => flag !== 'SUBJECT_UNLINKED');
    return { draft: { ...draft, subject: { ...subject, ...link }, flags }, candidates: [] };
  }
  return { draft, candidates: open.filter(({ score }) => score >= askAt).slice(0, MOST_PROPOSALS) };
}

/** The enterprise that a damaged code led to, with the likeness of its name. */
function compared(draft: FactDraft, candidates: readonly SubjectCandidate[]): FactDraft {
  const same = candidates.find(({ uscc }) => uscc === draft.subject.uscc);
  if (same === undefined) return draft;
  return { ...draft, subject: { ...draft.subject, linkScore: rounded(same.nameScore) } };
}

/** Four decimals, so that the same score is the same number wherever it is stored. */
function rounded(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
