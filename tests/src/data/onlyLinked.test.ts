import { buildDocument } from '../../../src/data/buildDocument.ts';
import type { FactDocumentBase } from '../../../src/data/FactDocument.ts';
import type { FactDraft } from '../../../src/data/FactDraft.ts';
import { onlyLinked } from '../../../src/data/onlyLinked.ts';
import { SUBJECT, toyFacts } from './toyFacts.ts';

const UNLINKED: FactDraft = {
  id: 'x',
  subject: { name: '甲公司' },
  values: { number: '1' },
  provider: {},
  usageScope: 'PUBLIC',
  flags: ['SUBJECT_UNLINKED'],
};
const LINKED: FactDraft = { ...UNLINKED, subject: { name: '甲公司', uscc: SUBJECT, linkedBy: 'NAME' }, flags: [] };

function documentOf(draft: FactDraft): FactDocumentBase {
  const origin = { source: 'a.csv', operator: 'li@toy', receivedAt: new Date(0) };
  return buildDocument(toyFacts, draft, origin, undefined, 'CREATED');
}

describe('onlyLinked', () => {
  it.each([
    ['an enterprise was found', UNLINKED, LINKED, true],
    ['nothing changed', UNLINKED, UNLINKED, false],
    ['it was linked before', LINKED, { ...LINKED, subject: { ...LINKED.subject, linkedBy: 'USCC' as const } }, false],
    ['it lost its enterprise', LINKED, UNLINKED, false],
    ['a value changed as well', UNLINKED, { ...LINKED, values: { number: '2' } }, false],
    ['another remark changed as well', UNLINKED, { ...LINKED, flags: ['USCC_WRONG' as const] }, false],
    ['the name changed as well', UNLINKED, { ...LINKED, subject: { ...LINKED.subject, name: '乙公司' } }, false],
  ])('knows a revision of which %s', (_what, before, after, is) => {
    expect(onlyLinked(documentOf(before), documentOf(after))).toBe(is);
  });
});
