import { markUnlinked } from '../../../src/data/markUnlinked.ts';
import type { FactDraft } from '../../../src/data/FactDraft.ts';
import { abnormalListings } from '../../../subgraphs/registry/collections/abnormalListings.ts';
import { enterprises } from '../../../subgraphs/registry/collections/enterprises.ts';

const DRAFT: FactDraft = {
  id: '1',
  subject: {},
  values: {},
  provider: {},
  usageScope: 'PUBLIC',
  flags: ['USCC_WRONG'],
};

describe('markUnlinked', () => {
  it('flags a fact without an enterprise once, and takes the flag off one that has one', () => {
    const marked = markUnlinked(abnormalListings, DRAFT);
    expect(marked.flags).toEqual(['SUBJECT_UNLINKED', 'USCC_WRONG']);
    expect(markUnlinked(abnormalListings, marked).flags).toEqual(marked.flags);
    const linked = { ...marked, subject: { uscc: '91350100705362917E' } };
    expect(markUnlinked(abnormalListings, linked).flags).toEqual(['USCC_WRONG']);
  });

  it('flags neither natural persons nor the enterprises themselves', () => {
    const person = { ...DRAFT, subject: { name: '张三', category: 'NATURAL_PERSON' } };
    expect(markUnlinked(abnormalListings, person).flags).toEqual(['USCC_WRONG']);
    expect(markUnlinked(enterprises, DRAFT).flags).toEqual(['USCC_WRONG']);
  });
});
