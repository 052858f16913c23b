import type { LinkBasis } from '../../../src/data/FactDocument.ts';
import type { DraftSubject, FactDraft } from '../../../src/data/FactDraft.ts';
import { withKeptLink } from '../../../src/data/keptLink.ts';
import { NOW } from '../../kit/department.ts';

const UNIT = '91350100705362917E';
const OTHER = '91350100M000100Y43';
const NAME = '福州海丰水产有眼公司';

function kept(linkedBy: LinkBasis, subject: DraftSubject, more: Partial<FactDraft> = {}): DraftSubject {
  const provenance = { source: 'a', receivedAt: NOW, operator: 'x', linkedBy, linkScore: 0.8 };
  const record = {
    subjectName: NAME,
    usageScope: 'PUBLIC',
    polarity: 'NEUTRAL',
    revision: 2,
    state: 'ACTIVE',
  } as const;
  const previous = {
    _id: 'f',
    subjectUscc: UNIT,
    sortOn: '',
    record: { ...record, revisionReason: 'LINKED', provenance },
  } as const;
  const draft: FactDraft = {
    id: 'f',
    subject,
    values: {},
    provider: {},
    usageScope: 'PUBLIC',
    flags: ['SUBJECT_UNLINKED'],
    ...more,
  };
  const result = withKeptLink(draft, previous);
  expect(result.flags).toEqual(result.subject.uscc === UNIT ? [] : draft.flags);
  return result.subject;
}

describe('withKeptLink', () => {
  it.each(['CONFIRMED', 'NAME_MATCH'] as const)('keeps a link by %s when the file comes again', (basis) => {
    const link = { uscc: UNIT, linkedBy: basis, linkScore: 0.8 };
    expect(kept(basis, { name: NAME })).toEqual({ name: NAME, ...link });
    expect(kept(basis, { name: `${NAME} ` })).toEqual({ name: `${NAME} `, ...link });
  });

  it.each([
    ['CONFIRMED', 'NAME', UNIT],
    ['CONFIRMED', 'NAME_MATCH', UNIT],
    ['CONFIRMED', 'USCC_MIDDLE', UNIT],
    ['CONFIRMED', 'USCC', OTHER],
    ['CONFIRMED', 'ORG_CODE', OTHER],
    ['NAME_MATCH', 'NAME_MATCH', UNIT],
    ['NAME_MATCH', 'NAME', OTHER],
    ['NAME_MATCH', 'ORG_CODE', OTHER],
  ] as const)('of a link by %s and one by %s lets the better one stand', (stored, found, uscc) => {
    expect(kept(stored, { name: NAME, uscc: OTHER, linkedBy: found }).uscc).toBe(uscc);
  });

  it.each([
    ['another name', { name: '福州海丰水产有限公司' }],
    ['another damaged code', { name: NAME, rawCode: '913501' }],
    ['a natural person', { name: NAME, category: 'NATURAL_PERSON' }],
  ])('lets go of the link where the source names %s', (_what, subject) => {
    expect(kept('CONFIRMED', subject)).toEqual(subject);
  });

  it('leaves links by codes and exact names to linking, and corrections to who judged them', () => {
    for (const basis of ['USCC', 'ORG_CODE', 'USCC_MIDDLE', 'NAME'] as const) {
      expect(kept(basis, { name: NAME })).toEqual({ name: NAME });
    }
    expect(kept('CONFIRMED', { name: NAME }, { basedOn: 2 })).toEqual({ name: NAME });
  });
});
