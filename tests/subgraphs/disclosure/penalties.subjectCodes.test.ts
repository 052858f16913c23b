import { penalties } from '../../../subgraphs/disclosure/collections/penalties.ts';
import type { TestDepartment } from '../../kit/department.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';
import { importRows, PENALTY_ROW } from './importCsv.ts';
import { entered, openDisclosure, PENALTY, write } from './openDisclosure.ts';

const REGISTRATION_NO = '320100000001374';
const SELECTION = 'record { subjectCodes { registrationNo registrationNoKind orgCode } qualityFlags revision }';

let office: TestDepartment;
beforeEach(async () => {
  office = await openDisclosure();
});
afterEach(() => office.close());

async function read(): Promise<unknown[]> {
  const { data, errors } = await office.ask(`{ penalties { nodes { ${SELECTION} } } }`);
  expect(errors).toBeUndefined();
  return (data as { penalties: { nodes: { record: unknown }[] } }).penalties.nodes.map(({ record }) => record);
}

const record = (subjectCodes: unknown, qualityFlags: readonly string[] = [], revision = 1) => ({
  subjectCodes,
  qualityFlags,
  revision,
});

describe('the old numbers of a party', () => {
  const folder = temporaryFolder();

  it.each([
    [REGISTRATION_NO, '70536291-7', 'REGISTRATION_NO', []],
    ['320100000001375', '705362917', 'EITHER', ['REGISTRATION_NO_CHECK']],
    ['350102705362917', '705362918', 'TAX_NO', ['ORG_CODE_CHECK', 'REGISTRATION_NO_CHECK']],
    ['3201001009351', '705362917', null, ['REGISTRATION_NO_CHECK']],
  ])('in a file, %s and %s, are open to anybody as printed', async (registrationNo, orgCode, kind, flags) => {
    const row = { ...PENALTY_ROW, CF_XDR_GSZC: registrationNo, CF_XDR_ZZJG: orgCode };
    const { '行政相对人代码_2(工商注册号)': _blank, ...columns } = row;
    expect(await importRows(office, 'penalties', folder, [columns])).toMatchObject({ accepted: 1, quarantined: 0 });
    expect(await read()).toEqual([record({ registrationNo, registrationNoKind: kind, orgCode }, flags)]);
  });

  it('are null where the source has none', async () => {
    await entered(office, 'penalty');
    expect(await read()).toEqual([record(null)]);
  });

  it('live on through corrections and files without them, until somebody takes them out', async () => {
    const codes = { registrationNo: REGISTRATION_NO, orgCode: '705362917' };
    const id = await entered(office, 'penalty', codes);
    const shown = { ...codes, registrationNoKind: 'REGISTRATION_NO' };
    await write(office, 'penaltyCorrect', { id, input: { remark: '补充' }, note: '补充' });
    expect(await read()).toEqual([record(shown, [], 2)]);
    const row = { ...PENALTY_ROW, 行政处罚决定书文号: PENALTY.docNo };
    expect(await importRows(office, 'penalties', folder, [row])).toMatchObject({ accepted: 1 });
    expect(await read()).toEqual([record(shown, [], 3)]);
    await write(office, 'penaltyCorrect', { id, input: { registrationNo: null }, note: '填错' });
    expect(await read()).toEqual([record({ ...shown, registrationNo: null, registrationNoKind: null }, [], 4)]);
  });

  it('are refused of a natural person; nothing is stored', async () => {
    const { subjectUscc: _code, ...rest } = PENALTY;
    const input = { ...rest, subjectName: '张三', subjectCategory: 'NATURAL_PERSON', registrationNo: REGISTRATION_NO };
    const { result } = await write(office, 'penaltyCreate', { input });
    expect(result).toMatchObject({ id: null, errors: [{ field: 'registrationNo', code: 'PERSONAL_DATA' }] });
    expect(await office.subgraph.database.facts(penalties).countDocuments()).toBe(0);
  });
});
