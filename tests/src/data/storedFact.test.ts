import { buildDocument } from '../../../src/data/buildDocument.ts';
import { defineCollection } from '../../../src/data/FactCollection.ts';
import { date } from '../../../src/data/fields/date.ts';
import { judgeFact } from '../../../src/data/judgeFact.ts';
import { businessPart } from '../../../src/data/sameFact.ts';
import { storedDraft, storedRow } from '../../../src/data/storedFact.ts';

const collection = defineCollection({
  department: 'toy',
  name: 'decisions',
  type: 'Decision',
  title: '决定',
  description: 'A decision whose day is a column of its own.',
  kind: 'FACT',
  naturalKey: ['subject'],
  usageScope: 'PUBLIC',
  polarity: 'NEUTRAL',
  catalogueKind: 3,
  fields: { decidedOn: date({ title: '决定日期', description: 'Day of the decision.' }, { required: true }) },
  rules: ({ decidedOn }, { publishedOn }) => ({ decidedOn, publishedOn }),
});

describe('storedRow', () => {
  it('gives back a row that is judged as the same fact, a day of decision among its own fields included', () => {
    const setting = { today: '2026-06-15', neverHas: new Set<string>(), provider: { name: '某局' }, flags: [] };
    const origin = { source: 'mutation', operator: 'tester', receivedAt: new Date() };
    const row = { subjectUscc: '91350100705362917E', decidedOn: '2026-06-01', publishedOn: '2026-06-02' };
    const documents = [row].flatMap((values) => {
      const verdict = judgeFact(collection, values, setting);
      return 'draft' in verdict ? [buildDocument(collection, verdict.draft, origin, undefined, 'CREATED')] : [];
    });
    const again = documents.map((document) => judgeFact(collection, storedRow(document), setting));
    expect(again).toMatchObject([{ draft: { decidedOn: '2026-06-01', values: { decidedOn: '2026-06-01' } } }]);
    const rebuilt = again.map((verdict) =>
      'draft' in verdict ? buildDocument(collection, verdict.draft, origin, undefined, 'CREATED') : undefined,
    );
    expect(rebuilt.map((document) => document && businessPart(document))).toEqual(documents.map(businessPart));
  });
});

describe('storedDraft', () => {
  it('keeps the polarity that the rules found, so that linking and annulling change nothing else', () => {
    const setting = { today: '2026-06-15', neverHas: new Set<string>(), provider: {}, flags: [] };
    const origin = { source: 'mutation', operator: 'tester', receivedAt: new Date() };
    const row = { subjectUscc: '91350100705362917E', decidedOn: '2026-06-01' };
    const verdict = judgeFact({ ...collection, rules: () => ({ polarity: 'POSITIVE' as const }) }, row, setting);
    if ('faults' in verdict) throw new Error('refused');
    const stored = buildDocument(collection, verdict.draft, origin, undefined, 'CREATED');
    const again = buildDocument(collection, storedDraft(collection, stored), origin, stored, 'ANNULLED');
    expect([stored, again].map(({ record }) => record.polarity)).toEqual(['POSITIVE', 'POSITIVE']);
  });
});
