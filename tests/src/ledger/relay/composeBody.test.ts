import { Decimal128 } from 'mongodb';
import { defineCollection } from '../../../../src/data/FactCollection.ts';
import { code } from '../../../../src/data/fields/code.ts';
import { money } from '../../../../src/data/fields/number.ts';
import { text } from '../../../../src/data/fields/text.ts';
import type { FactDocumentBase, RecordDocument } from '../../../../src/data/FactDocument.ts';
import type { OutboxEvent } from '../../../../src/data/outbox.ts';
import { composeBody } from '../../../../src/ledger/relay/composeBody.ts';
import { NOW } from '../../../kit/department.ts';
import { SUBJECT } from '../../data/toyFacts.ts';

const OTHER = '91350100MA2XWNPR5G';

const fines = defineCollection({
  ...{ department: 'toy', name: 'fines', type: 'Fine', title: '罚单', description: 'A fine.', kind: 'FACT' },
  ...{ naturalKey: ['docNo'], usageScope: 'PUBLIC', polarity: 'NEGATIVE', catalogueKind: 5 },
  headline: ['docNo', 'kind'],
  unledgered: ['witness'],
  fields: {
    docNo: text({ title: '文号', description: 'Number.' }, 200),
    kind: code({ title: '种类', description: 'Kind.' }, { FINE: ['罚款', '罚金'], WARNING: ['警告'] }),
    amount: money({ title: '金额', description: 'Amount.' }, '元'),
    driver: text({ title: '驾驶人', description: 'Driver.' }, 50, { personal: 'PERSON_NAME' }),
    witness: text({ title: '见证人', description: 'Witness.' }, 50),
  },
});

const record = (changed: Partial<RecordDocument> = {}): RecordDocument => ({
  ...{ subjectName: '某公司', usageScope: 'PUBLIC', polarity: 'NEGATIVE', revision: 1, revisionReason: 'CREATED' },
  ...{ provenance: { source: 'file.csv', receivedAt: NOW, operator: 'x@toy', rawCode: '110101199003070011' } },
  ...{ state: 'ACTIVE', publicity: { from: '2026-06-01', until: '2027-06-01' }, revisionNote: 'note' },
  ...changed,
});

const fine = (values: object = {}, changed: Partial<RecordDocument> = {}): FactDocumentBase => ({
  ...{ _id: 'f1', subjectUscc: SUBJECT, decidedOn: '2026-06-01', sortOn: '2026-06-01', record: record(changed) },
  ...{
    docNo: '榕罚〔2026〕1号',
    kind: 'FINE',
    amount: Decimal128.fromString('1200.50'),
    driver: '张三',
    witness: '李四',
  },
  ...{ derived: '张三' },
  ...values,
});

const event = (reason: OutboxEvent['reason'], revision = 1): OutboxEvent => ({
  ...{ _id: `f1@${revision}`, collection: 'fines', fact: 'f1', revision, reason, at: NOW },
});

describe('composing what the ledger says', () => {
  it('carries declared values in plain JSON, and nothing personal, derived or of its origin', () => {
    const body = composeBody(fines, event('CREATED'), fine());
    expect(body).toEqual({
      ...{ event: 'f1@1', department: 'toy', collection: 'fines', type: 'Fine', kind: 'FACT', catalogueKind: 5 },
      ...{ fact: 'f1', revision: 1, reason: 'CREATED', at: '2026-06-15T04:00:00.000Z', uscc: SUBJECT },
      ...{ title: '罚单：榕罚〔2026〕1号 · 罚款', decidedOn: '2026-06-01', sortOn: '2026-06-01' },
      record: {
        ...{ subjectName: '某公司', usageScope: 'PUBLIC', polarity: 'NEGATIVE', state: 'ACTIVE' },
        publicity: { from: '2026-06-01', until: '2027-06-01' },
      },
      values: { docNo: '榕罚〔2026〕1号', kind: 'FINE', amount: '1200.50' },
    });
    expect(JSON.parse(JSON.stringify(body))).toEqual(body);
  });

  it('carries neither name nor code of a natural person', () => {
    const person = { subjectName: '王五', subjectCategory: 'NATURAL_PERSON' };
    const body = composeBody(fines, event('CORRECTED', 2), fine({}, person), fine({ docNo: 'x' }, person));
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`王五|${SUBJECT}|110101199003070011`));
    expect(body.record.subjectCategory).toBe('NATURAL_PERSON');
  });

  it('says what changed, what it was, and who could see it before', () => {
    const before = fine({ subjectUscc: OTHER, docNo: undefined, driver: '赵六' }, { usageScope: 'GOV_SHARED' });
    const body = composeBody(fines, event('CORRECTED', 2), fine({ amount: undefined }), before);
    expect(body.old).toEqual({ docNo: null, amount: '1200.50' });
    expect(body.values).toEqual({ docNo: '榕罚〔2026〕1号', kind: 'FINE' });
    expect(body.before).toEqual({
      uscc: OTHER,
      record: {
        ...{ usageScope: 'GOV_SHARED', state: 'ACTIVE', publicity: { from: '2026-06-01', until: '2027-06-01' } },
      },
    });
  });

  const hidden: Partial<RecordDocument> = { state: 'HIDDEN' };
  it.each([
    ['CREATED', {}, undefined, 'CREATED'],
    ['CORRECTED', {}, {}, 'CORRECTED'],
    ['LINKED', {}, {}, 'LINKED'],
    ['ANNULLED', { state: 'DELETED' }, {}, 'ANNULLED'],
    ['PUBLICITY_ENDED', { ...hidden, publicity: { endReason: 'REPAIRED' } }, {}, 'REPAIRED'],
    ['PUBLICITY_ENDED', { ...hidden, publicity: { endReason: 'TERM_OVER' } }, {}, 'PUBLICITY_ENDED'],
    ['CORRECTED', {}, hidden, 'RESTORED'],
    ['CORRECTED', hidden, hidden, 'CORRECTED'],
    ['EXPIRED', {}, {}, 'EXPIRED'],
    ['PUBLICITY_STARTED', {}, {}, 'PUBLICITY_STARTED'],
  ] as const)('tells %s of %o behind %o as the reason that followers need: %s', (reason, now, before, expected) => {
    const previous = before === undefined ? undefined : fine({}, before);
    expect(composeBody(fines, event(reason), fine({}, now), previous).reason).toBe(expected);
  });

  it('knows the enterprise that a registration is', () => {
    const registrations = { ...fines, kind: 'SUBJECT' as const };
    expect(composeBody(registrations, event('CREATED'), fine({ _id: SUBJECT })).uscc).toBe(SUBJECT);
  });

  it('cuts a title at 120 characters', () => {
    const { title } = composeBody(fines, event('CREATED'), fine({ docNo: '很'.repeat(200) }));
    expect(Array.from(title)).toHaveLength(120);
    expect(title.endsWith('…')).toBe(true);
    expect(composeBody(fines, event('CREATED'), fine({ docNo: undefined, kind: undefined })).title).toBe('罚单');
  });
});
