import { buildDocument, type WriteOrigin } from '../../../src/data/buildDocument.ts';
import { defineCollection } from '../../../src/data/FactCollection.ts';
import type { FactDocumentBase } from '../../../src/data/FactDocument.ts';
import type { FactDraft } from '../../../src/data/FactDraft.ts';

const collection = defineCollection({
  department: 'toy',
  name: 'toys',
  type: 'Toy',
  title: '玩具',
  description: 'A toy.',
  kind: 'FACT',
  naturalKey: ['subject'],
  usageScope: 'PUBLIC',
  polarity: 'NEUTRAL',
  catalogueKind: 3,
  fields: {},
});
const DRAFT: FactDraft = { id: 'one', subject: {}, values: {}, provider: {}, usageScope: 'PUBLIC', flags: [] };

function on(day: string, batch = 'b'): WriteOrigin {
  return { batch, source: 'file', operator: 'tester', receivedAt: new Date(`${day}T00:00:00Z`) };
}

function build(draft: Partial<FactDraft>, day: string, previous?: FactDocumentBase): FactDocumentBase {
  return buildDocument(collection, { ...DRAFT, ...draft }, on(day), previous, previous ? 'CORRECTED' : 'CREATED');
}

describe('buildDocument', () => {
  it('takes the objection mark from a source that carries one, and else keeps the mark that the record has', () => {
    const marked = build({ disputed: true }, '2026-01-01');
    expect(marked.record.disputed).toBe(true);
    expect(build({}, '2026-01-02', marked).record.disputed).toBe(true);
    expect(build({ disputed: false }, '2026-01-02', marked).record.disputed).toBeUndefined();
    expect(build({}, '2026-01-01').record.disputed).toBeUndefined();
  });

  it('takes the polarity that the rules found, else the collection’s', () => {
    expect(build({ polarity: 'POSITIVE' }, '2026-01-01').record.polarity).toBe('POSITIVE');
    expect(build({}, '2026-01-01').record.polarity).toBe('NEUTRAL');
  });

  it('remembers since when a fact is public through later revisions', () => {
    const first = build({}, '2026-01-01');
    expect(first.record.provenance.publicSince).toBeUndefined();
    const second = build({}, '2026-02-01', first);
    const third = build({}, '2026-03-01', second);
    expect([second, third].map(({ record }) => record.provenance.publicSince)).toEqual([
      new Date('2026-01-01T00:00:00Z'),
      new Date('2026-01-01T00:00:00Z'),
    ]);
    expect(third.record.provenance.receivedAt).toEqual(new Date('2026-03-01T00:00:00Z'));
  });

  it('counts from the revision by which the fact was linked', () => {
    const unlinked = build({ flags: ['SUBJECT_UNLINKED'] }, '2026-01-01');
    const linked = build({}, '2026-02-01', unlinked);
    expect(linked.record.provenance.publicSince).toBeUndefined();
    expect(build({}, '2026-03-01', linked).record.provenance.publicSince).toEqual(new Date('2026-02-01T00:00:00Z'));
  });

  it('counts from the revision that made the fact public', () => {
    const shared = build({ usageScope: 'GOV_SHARED' }, '2026-01-01');
    const opened = build({}, '2026-02-01', shared);
    expect(opened.record.provenance.publicSince).toBeUndefined();
    expect(build({}, '2026-03-01', opened).record.provenance.publicSince).toEqual(new Date('2026-02-01T00:00:00Z'));
  });
});
