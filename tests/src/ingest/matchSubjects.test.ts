import type { DraftSubject, FactDraft } from '../../../src/data/FactDraft.ts';
import { LINK_RULE } from '../../../src/ingest/LinkRule.ts';
import { matchSubjects } from '../../../src/ingest/matchSubjects.ts';
import type { SubjectCandidate, SubjectMatcher, SubjectRecord } from '../../../src/ingest/SubjectMatcher.ts';

const FIRST = '91350100705362917E';
const SECOND = '91350100M000100Y43';
const NAME = '福州海丰水产有限公司';

const candidate = (uscc: string, score: number, nameScore = score): SubjectCandidate => ({
  ...{ uscc, score, nameScore },
  name: '登记名称',
});

/** Answers every record alike, and remembers what it was asked. */
function matcherOf(...candidates: readonly SubjectCandidate[]) {
  const asked: SubjectRecord[] = [];
  const matcher: SubjectMatcher = {
    match: (records) => {
      asked.push(...records);
      return Promise.resolve(records.map(() => candidates));
    },
  };
  return { asked, matcher };
}

function draftOf(subject: DraftSubject, flags: FactDraft['flags'] = ['SUBJECT_UNLINKED']): FactDraft {
  return { id: 'x', subject, values: {}, provider: {}, usageScope: 'PUBLIC', flags };
}

async function match(
  subject: DraftSubject,
  candidates: readonly SubjectCandidate[],
  rejected: readonly string[] = [],
  rule = LINK_RULE,
) {
  const { asked, matcher } = matcherOf(...candidates);
  const refused = rejected.length === 0 ? new Map() : new Map([['x', new Set(rejected)]]);
  const { drafts, proposals } = await matchSubjects([draftOf(subject)], matcher, refused, rule);
  return { asked, draft: drafts[0], proposed: proposals[0]?.candidates.map(({ uscc }) => uscc) ?? [] };
}

describe('matchSubjects', () => {
  it('links what fits very well and is alone, with basis and score', async () => {
    const { draft, proposed } = await match({ name: NAME }, [candidate(FIRST, 0.93456), candidate(SECOND, 0.88)]);
    expect(draft?.subject).toEqual({ name: NAME, uscc: FIRST, linkedBy: 'NAME_MATCH', linkScore: 0.9346 });
    expect(draft?.flags).toEqual([]);
    expect(proposed).toEqual([]);
  });

  it.each([
    ['a near second', [candidate(FIRST, 0.95), candidate(SECOND, 0.91)], [FIRST, SECOND]],
    ['a score below the strict threshold', [candidate(FIRST, 0.89), candidate(SECOND, 0.6)], [FIRST]],
    ['a score at the lower threshold', [candidate(FIRST, 0.7)], [FIRST]],
    ['a score below it', [candidate(FIRST, 0.69)], []],
    ['nothing', [], []],
  ])('leaves a fact unlinked with %s, and asks a person where that helps', async (_what, candidates, expected) => {
    const { draft, proposed } = await match({ name: NAME }, candidates);
    expect(draft).toMatchObject({ subject: { name: NAME }, flags: ['SUBJECT_UNLINKED'] });
    expect(draft?.subject.uscc).toBeUndefined();
    expect(proposed).toEqual(expected);
  });

  it('links at the very threshold, or at another one that it is given', async () => {
    const at = async (score: number, linkAt: number) =>
      (await match({ name: NAME }, [candidate(FIRST, score)], [], { ...LINK_RULE, linkAt })).draft?.subject.linkedBy;
    expect(await at(0.9, 0.9)).toBe('NAME_MATCH');
    expect(await at(0.9, 0.95)).toBeUndefined();
    expect(await at(0.75, 0.75)).toBe('NAME_MATCH');
  });

  it('proposes at most three', async () => {
    const many = ['A', 'B', 'C', 'D'].map((uscc) => candidate(uscc, 0.85));
    expect((await match({ name: NAME }, many)).proposed).toEqual(['A', 'B', 'C']);
  });

  it('neither proposes nor links what a person rejected, and links nothing else in its place', async () => {
    const candidates = [candidate(FIRST, 0.97), candidate(SECOND, 0.92)];
    const { draft, proposed } = await match({ name: NAME }, candidates, [FIRST]);
    expect(draft?.subject.uscc).toBeUndefined();
    expect(proposed).toEqual([SECOND]);
  });

  it.each([
    ['a natural person', { name: NAME, category: 'NATURAL_PERSON' }],
    ['a name so short that it may be a person’s', { name: '林阿妹' }],
    ['a fact without a name', { orgCode: '705362917' }],
    ['a fact that is linked by its code', { name: NAME, uscc: FIRST, linkedBy: 'USCC' as const }],
    ['a fact that is linked by its name', { name: NAME, uscc: FIRST, linkedBy: 'NAME' as const }],
  ])('asks nothing for %s', async (_what, subject) => {
    const { asked, draft } = await match(subject, [candidate(SECOND, 1)]);
    expect(asked).toEqual([]);
    expect(draft?.subject).toEqual(subject);
  });

  it('asks by all codes that the source printed', async () => {
    const codes = { registrationNo: '350100100012341', orgCode: '705362917' };
    const { asked } = await match({ name: NAME, rawCode: '9135010070536291', codes, orgCode: '705362917' }, []);
    expect(asked).toEqual([{ name: NAME, codes: ['9135010070536291', '705362917', '350100100012341'] }]);
  });

  it('keeps beside the link of a damaged code how well the names fit, and leaves the link', async () => {
    const subject = { name: NAME, uscc: FIRST, linkedBy: 'USCC_MIDDLE' as const };
    const { draft, asked } = await match(subject, [candidate(SECOND, 1), candidate(FIRST, 0.95, 0.31234)]);
    expect(asked).toEqual([{ name: NAME, codes: [FIRST] }]);
    expect(draft?.subject).toEqual({ ...subject, linkScore: 0.3123 });
    expect((await match(subject, [candidate(SECOND, 1)])).draft?.subject).toEqual(subject);
  });
});
