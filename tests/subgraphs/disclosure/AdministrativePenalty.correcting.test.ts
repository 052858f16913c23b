import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import type { TestDepartment } from '../../kit/department.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';
import { importRows, PROFILES } from './importCsv.ts';
import {
  documentsIn,
  ENTERPRISE,
  entered,
  ID_NUMBER,
  openDisclosure,
  PENALTY,
  STAFF,
  write,
} from './openDisclosure.ts';

const folder = temporaryFolder();
let office: TestDepartment;
beforeEach(async () => {
  office = await openDisclosure();
});
afterEach(() => office.close());

const READ = `query ($id: ID!) { penalty(id: $id) { subject { uscc }
  record { usageScope subjectCategory qualityFlags revisionReason provenance { linkedBy } } } }`;

async function read(id: string): Promise<unknown> {
  return (await office.ask(READ, { id }, { caller: STAFF })).data?.['penalty'];
}

async function isPublic(id: string): Promise<boolean> {
  const { data } = await office.ask(`query ($id: ID!) { penalty(id: $id) { id } }`, { id }, { caller: ANONYMOUS });
  return data?.['penalty'] !== null;
}

describe('the party of a penalty', () => {
  const PERSON = { subjectUscc: null, subjectName: '张三', subjectCategory: 'NATURAL_PERSON', legalRep: null };

  it('that turns out to be a natural person is one in all that is stored, and hidden from the public', async () => {
    const id = await entered(office, 'penalty');
    expect(await isPublic(id)).toBe(true);
    const input = { subjectCategory: 'NATURAL_PERSON', subjectUscc: null };
    expect((await write(office, 'penaltyCorrect', { id, input, note: '类别有误' })).result).toMatchObject({
      errors: [],
    });
    expect(await read(id)).toEqual({
      subject: null,
      record: {
        usageScope: 'AUTHORISED_QUERY',
        subjectCategory: 'NATURAL_PERSON',
        qualityFlags: [],
        revisionReason: 'CORRECTED',
        provenance: { linkedBy: null },
      },
    });
    expect(await isPublic(id)).toBe(false);
  });

  it.each([
    ['a unit', { subjectCategory: 'LEGAL_OR_UNINCORPORATED', subjectUscc: ENTERPRISE }],
    ['a household', { subjectCategory: 'INDIVIDUAL_HOUSEHOLD' }],
    ['nothing', { subjectCategory: null }],
  ])('that was taken for a natural person is not corrected into %s, but entered anew', async (_what, input) => {
    const id = await entered(office, 'penalty', { ...PERSON, partyIdType: '身份证', partyIdNo: ID_NUMBER });
    const before = [await read(id), await documentsIn(office)];
    const { result } = await write(office, 'penaltyCorrect', { id, input, note: '类别有误' });
    expect(result?.errors.map(({ field, code }) => [field, code])).toEqual([['subjectCategory', 'PERSON_CHANGED']]);
    expect(result?.errors[0]?.message).toContain('annul this record and enter it anew');
    expect([await read(id), await documentsIn(office)]).toEqual(before);
    await write(office, 'penaltyAnnul', { id, note: '类别有误' });
    const anew = await entered(office, 'penalty');
    expect(anew).not.toBe(id);
    expect([await isPublic(anew), await isPublic(id)]).toEqual([true, false]);
  });

  it.each(['LEGAL_OR_UNINCORPORATED', 'INDIVIDUAL_HOUSEHOLD'])(
    'has no papers of a natural person as %s',
    async (subjectCategory) => {
      const before = await documentsIn(office);
      const input = { ...PENALTY, subjectCategory, partyIdNo: ID_NUMBER };
      const { result } = await write(office, 'penaltyCreate', { input });
      expect(result?.errors.map(({ field, code }) => [field, code])).toEqual([['partyIdNo', 'PERSONAL_DATA']]);
      expect(JSON.stringify(result)).not.toContain(ID_NUMBER);
      expect(await documentsIn(office)).toEqual(before);
    },
  );

  it.each([
    ['its category is taken out', { subjectCategory: null }, ['subjectCategory', 'REQUIRED_MISSING']],
    ['a person has a code', { subjectCategory: 'NATURAL_PERSON' }, ['subjectUscc', 'PERSONAL_DATA']],
  ])('is not corrected where %s, and nothing changes', async (_what, input, fault) => {
    const id = await entered(office, 'penalty');
    const before = [await read(id), await documentsIn(office)];
    const { result } = await write(office, 'penaltyCorrect', { id, input, note: '类别有误' });
    expect(result?.errors.map(({ field, code }) => [field, code])).toEqual([fault]);
    expect([await read(id), await documentsIn(office)]).toEqual(before);
  });
});

describe('a penalty of env_penalty_2017q1', () => {
  const ignored = PROFILES.find(({ name }) => name === 'env_penalty_2017q1')?.ignored ?? [];
  const ROW = {
    ...Object.fromEntries(ignored.map((column) => [column, ''])),
    list_id: 'env_penalty_2017q1',
    subject_name_raw: '某某纸业有限公司',
    uscc_raw: '',
    org_code_raw: '',
    reg_no_raw: '',
    province_raw: '福建省',
    content_raw: '责令改正',
    case_or_rectification_raw: '已整改',
    published_on: '2026-05-18',
    publisher: '信用中国',
    ocr_source: '1',
  };

  async function imported(differing: Readonly<Record<string, string>> = {}): Promise<string> {
    await importRows(office, 'penalties', folder, [{ ...ROW, ...differing }]);
    const [fact] = await office.subgraph.database.db.collection('penalties').find().toArray();
    return String(fact?._id);
  }

  it('is linked by its department though its source never had what the law wants', async () => {
    const id = await imported();
    expect(await read(id)).toMatchObject({
      subject: null,
      record: { qualityFlags: ['INCOMPLETE_SOURCE', 'OCR_SOURCE', 'SUBJECT_UNLINKED', 'WINDOW_UNKNOWN'] },
    });
    const { result } = await write(office, 'penaltyCorrect', {
      id,
      input: { subjectUscc: ENTERPRISE },
      note: '经查为该企业',
    });
    expect(result).toMatchObject({ revision: 2, qualityFlags: ['INCOMPLETE_SOURCE', 'OCR_SOURCE', 'WINDOW_UNKNOWN'] });
    expect(await read(id)).toMatchObject({
      subject: { uscc: ENTERPRISE },
      record: { usageScope: 'GOV_SHARED', provenance: { linkedBy: 'USCC' } },
    });
  });

  it('that was read from its text is not taken for the source’s own word after a correction of something else', async () => {
    const id = await imported({ content_raw: '罚款20万元' });
    const mark = async (): Promise<unknown> => {
      const document = 'query ($id: ID!) { penalty(id: $id) { isReadFromText categories fine } }';
      return (await office.ask(document, { id }, { caller: STAFF })).data?.['penalty'];
    };
    const read = { isReadFromText: true, categories: ['FINE'], fine: '200000.00' };
    expect(await mark()).toEqual(read);
    await write(office, 'penaltyCorrect', { id, input: { remark: '已核对' }, note: '补录备注' });
    expect(await mark()).toEqual(read);
    await write(office, 'penaltyCorrect', { id, input: { categories: ['FINE'] }, note: '补录类别' });
    expect(await mark()).toEqual(read);
    const input = { categories: ['FINE'], fine: '210000.00' };
    await write(office, 'penaltyCorrect', { id, input, note: '按决定书补录' });
    expect(await mark()).toEqual({ isReadFromText: null, categories: ['FINE'], fine: '210000.00' });
  });

  it('becomes public once its department says how grave it is', async () => {
    const id = await imported();
    const input = { subjectUscc: ENTERPRISE, categories: ['FINE'], fine: '1000.00' };
    const { result } = await write(office, 'penaltyCorrect', { id, input, note: '补录处罚类别' });
    expect(result).toMatchObject({ qualityFlags: ['INCOMPLETE_SOURCE', 'OCR_SOURCE'], errors: [] });
    expect(await isPublic(id)).toBe(true);
  });

  it('still may not lose what it has', async () => {
    const id = await imported();
    const { result } = await write(office, 'penaltyCorrect', { id, input: { content: null }, note: '改' });
    expect(result?.errors).toEqual([
      {
        field: 'content',
        code: 'REQUIRED_MISSING',
        message: 'a required value is missing (required: text, at most 4000 characters)',
      },
    ]);
  });
});
