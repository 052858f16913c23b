import { buildDocument } from '../../../src/data/buildDocument.ts';
import { defineCollection } from '../../../src/data/FactCollection.ts';
import type { FactDocumentBase } from '../../../src/data/FactDocument.ts';
import type { DraftSubject, FactDraft } from '../../../src/data/FactDraft.ts';
import { code } from '../../../src/data/fields/code.ts';
import { capital } from '../../../src/data/fields/capital.ts';
import { money } from '../../../src/data/fields/number.ts';
import { text } from '../../../src/data/fields/text.ts';
import { judgeCorrection } from '../../../src/data/judgeCorrection.ts';
import { judgeFact } from '../../../src/data/judgeFact.ts';

const UNIT = '91350100705362917E';
const WRONG_UNIT = '91350100705362917X';

/** Facts that are shared unless they are about a unit, so that a scope shows which subject was judged. */
const collection = defineCollection({
  department: 'toy',
  name: 'warnings',
  type: 'Warning',
  title: '警示',
  description: 'A warning.',
  kind: 'FACT',
  naturalKey: ['subject', 'number'],
  usageScope: 'PUBLIC',
  polarity: 'NEGATIVE',
  catalogueKind: 3,
  fields: {
    number: text({ title: '编号', description: 'Number.' }, 20, { required: true }),
    authority: text({ title: '机关', description: 'Authority.' }, 50, { required: true }),
    amount: money({ title: '金额', description: 'Amount.' }, '元'),
    limit: money({ title: '限额', description: 'Limit.' }, '元'),
    capital: capital({ title: '资本', description: 'Capital.' }, 'currency'),
    currency: text({ title: '币种', description: 'Currency.' }, 3),
    kind: code({ title: '种类', description: 'Kind.' }, { A: ['甲类'], B: ['乙类'] }, { required: true }),
  },
  rules: (_, { subject, publishedOn }) => ({
    publishedOn,
    usageScope: subject.category === 'LEGAL_OR_UNINCORPORATED' ? 'PUBLIC' : 'GOV_SHARED',
  }),
});

const ROW = { subjectName: '某某公司', subjectCategory: 'LEGAL_OR_UNINCORPORATED', number: '1', kind: 'A' };

/** A stored fact as an import leaves it: judged, and linked as the test says. */
function stored(row: object, link: Partial<DraftSubject> = {}, neverHas: readonly string[] = []): FactDocumentBase {
  const setting = { today: '2026-06-15', neverHas: new Set(neverHas), provider: {}, flags: [] };
  const verdict = judgeFact(collection, { ...ROW, authority: '某局', ...row }, setting);
  if ('faults' in verdict) throw new Error(JSON.stringify(verdict.faults));
  const draft = { ...verdict.draft, subject: { ...verdict.draft.subject, ...link } };
  const origin = { source: 'a.csv', batch: 'a', operator: 'li@toy', receivedAt: new Date(0) };
  return buildDocument(collection, draft, origin, undefined, 'CREATED');
}

function corrected(document: FactDocumentBase, input: object): FactDraft {
  const verdict = judgeCorrection(collection, document, { ...input }, { today: '2026-06-15' });
  if ('faults' in verdict) throw new Error(JSON.stringify(verdict.faults));
  return verdict.draft;
}

function faults(document: FactDocumentBase, input: object): readonly unknown[] {
  const verdict = judgeCorrection(collection, document, { ...input }, { today: '2026-06-15' });
  return 'faults' in verdict ? verdict.faults.map(({ field, fault }) => [field, fault.code]) : [];
}

describe('the subject of a corrected fact', () => {
  const byName = { uscc: UNIT, linkedBy: 'NAME' } as const;

  it.each([
    ['INDIVIDUAL_HOUSEHOLD', 'GOV_SHARED'],
    [null, 'GOV_SHARED'],
  ])('has the category that its scope was judged by: %s', (subjectCategory, usageScope) => {
    const draft = corrected(stored({}), { subjectCategory });
    expect([draft.subject.category ?? null, draft.usageScope]).toEqual([subjectCategory, usageScope]);
    const unit = stored({ subjectCategory: subjectCategory ?? '' });
    const back = corrected(unit, { subjectCategory: 'LEGAL_OR_UNINCORPORATED' });
    expect([back.subject.category, back.usageScope]).toEqual(['LEGAL_OR_UNINCORPORATED', 'PUBLIC']);
  });

  it.each([['LEGAL_OR_UNINCORPORATED'], ['INDIVIDUAL_HOUSEHOLD'], [null], ['']])(
    'stays a natural person where a correction says %j: its id was made from a name',
    (subjectCategory) => {
      const person = stored({ subjectName: '张三', subjectCategory: 'NATURAL_PERSON' });
      expect(faults(person, { subjectCategory })).toEqual([['subjectCategory', 'PERSON_CHANGED']]);
      expect(faults(person, { subjectCategory: 'NATURAL_PERSON', kind: 'B' })).toEqual([]);
      expect(corrected(stored({}), { subjectCategory: 'NATURAL_PERSON' }).subject.category).toBe('NATURAL_PERSON');
    },
  );

  it.each([
    ['a name', {}, byName],
    ['characters of a wrong code', { subjectUscc: WRONG_UNIT }, { uscc: UNIT, linkedBy: 'USCC_MIDDLE' }],
    ['an organisation code', { orgCode: '705362917' }, { uscc: UNIT, linkedBy: 'ORG_CODE' }],
    ['its code', { subjectUscc: UNIT }, {}],
  ] as const)(
    'keeps its link by %s, with all that was printed, where something else is corrected',
    (_by, row, link) => {
      const document = stored(row, link);
      const draft = corrected(document, { authority: '另一局', subjectCategory: 'INDIVIDUAL_HOUSEHOLD' });
      const { linkedBy, rawCode } = document.record.provenance;
      expect(draft.subject).toMatchObject({ uscc: UNIT, linkedBy, name: '某某公司', ...(rawCode && { rawCode }) });
      expect(draft.flags).toEqual(document.record.qualityFlags ?? []);
      expect(draft.key).toBeUndefined();
    },
  );

  it.each([
    ['its name is another', { subjectName: '另一公司' }],
    ['its code is taken out', { subjectUscc: null }],
    ['it is a person after all', { subjectCategory: 'NATURAL_PERSON' }],
  ])('loses a link by name where %s', (_what, input) => {
    expect(corrected(stored({}, byName), input).subject.uscc).toBeUndefined();
  });

  it('keeps a link by name where the name is only written otherwise', () => {
    const { subject } = corrected(stored({ subjectName: '某某（福州）公司' }, byName), {
      subjectName: '某某(福州)公司',
    });
    expect(subject).toMatchObject({ name: '某某(福州)公司', ...byName });
  });

  it('is linked by the code that a person gives, and met under it from then on', () => {
    const document = stored({ subjectUscc: WRONG_UNIT }, { uscc: UNIT, linkedBy: 'USCC_MIDDLE' });
    const draft = corrected(document, { subjectUscc: UNIT });
    expect(draft.subject).toEqual({
      uscc: UNIT,
      linkedBy: 'USCC',
      name: '某某公司',
      category: 'LEGAL_OR_UNINCORPORATED',
    });
    expect([draft.id, draft.key, draft.flags]).toEqual([document._id, stored({ subjectUscc: UNIT })._id, []]);
  });

  it('keeps a remark that can not be seen in what is stored as long as its code is not corrected', () => {
    const document = stored({ subjectUscc: `${UNIT.toLowerCase()} ` });
    const repaired = {
      ...document,
      record: { ...document.record, qualityFlags: ['OCR_SOURCE', 'USCC_REPAIRED'] as const },
    };
    expect(corrected(repaired, { authority: '另一局' }).flags).toEqual(['OCR_SOURCE', 'USCC_REPAIRED']);
    expect(corrected(repaired, { subjectUscc: UNIT }).flags).toEqual(['OCR_SOURCE']);
  });
});

describe('a remark on what the source printed', () => {
  it('that a value was set aside stays until all such values are given or taken out', () => {
    const document = stored({ amount: '很多', limit: '不限', providerUscc: UNIT.slice(1) });
    expect(document.record.provenance.flaggedColumns).toEqual({ VALUE_SET_ASIDE: ['amount', 'limit', 'providerUscc'] });
    const first = corrected(document, { authority: '另一局', providerUscc: UNIT });
    expect([first.flags, first.flaggedColumns]).toEqual([
      ['VALUE_SET_ASIDE'],
      { VALUE_SET_ASIDE: ['amount', 'limit'] },
    ]);
    expect(corrected(document, { amount: '5.00', limit: '6.00' }).flags).toEqual(['VALUE_SET_ASIDE']);
    const all = corrected(document, { amount: '5.00', limit: null, providerUscc: UNIT });
    expect([all.flags, all.flaggedColumns]).toEqual([[], undefined]);
  });

  it('stays where nobody knows any more which values were set aside', () => {
    const { record, ...own } = stored({ amount: '很多' });
    const { flaggedColumns, ...provenance } = record.provenance;
    const document = { ...own, record: { ...record, provenance } };
    expect(corrected(document, { amount: '5.00' }).flags).toEqual(['VALUE_SET_ASIDE']);
  });

  it('that a currency was assumed stays until the currency is given', () => {
    const document = stored({ capital: '100万元' });
    expect(document).toMatchObject({ currency: 'CNY', record: { qualityFlags: ['CURRENCY_ASSUMED'] } });
    expect(corrected(document, { authority: '另一局' }).flags).toEqual(['CURRENCY_ASSUMED']);
    expect(corrected(document, { currency: 'USD' }).flags).toEqual([]);
  });
});

describe('a fact of an incomplete source', () => {
  const incomplete = (): FactDocumentBase => stored({ authority: '', kind: '' }, {}, ['authority', 'kind']);

  it('is corrected without what its source never had, and stays incomplete', () => {
    expect(corrected(incomplete(), { number: '2' }).flags).toEqual(['INCOMPLETE_SOURCE']);
    expect(corrected(incomplete(), { authority: '某局' }).flags).toEqual(['INCOMPLETE_SOURCE']);
  });

  it('is complete once all of it is there', () => {
    const draft = corrected(incomplete(), { authority: '某局', kind: 'B' });
    expect([draft.flags, draft.values]).toEqual([[], { number: '1', authority: '某局', kind: 'B' }]);
  });

  it.each([
    [{ authority: null }, [['authority', 'REQUIRED_MISSING']]],
    [{ number: null }, [['number', 'REQUIRED_MISSING']]],
    [{ kind: 'C' }, [['kind', 'CODE_UNKNOWN']]],
  ])('is refused where the correction itself is wrong: %j', (input, wanted) => {
    expect(faults(incomplete(), input)).toEqual(wanted);
  });

  it('is the only kind of which nothing is asked', () => {
    const document = incomplete();
    const { qualityFlags, ...record } = document.record;
    expect(faults({ ...document, record }, { number: '2' })).toEqual([
      ['authority', 'REQUIRED_MISSING'],
      ['kind', 'REQUIRED_MISSING'],
    ]);
  });
});
