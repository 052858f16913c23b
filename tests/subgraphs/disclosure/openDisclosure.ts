import { department } from '../../../subgraphs/disclosure/department.ts';
import type { FactWriteResult } from '../../../src/data/changeFact.ts';
import type { Caller } from '../../../src/identity/Caller.ts';
import { openDepartment, staffOf, type TestDepartment } from '../../kit/department.ts';
import { citizenIdOf } from '../../src/values/citizenIdOf.ts';

/** The enterprise that most tests are about. */
export const ENTERPRISE = '91350100705362917E';
/** Code of an authority. */
export const AUTHORITY_USCC = '11350100003604563L';
/** A citizen's number that holds by its form; no such region exists. */
export const ID_NUMBER = citizenIdOf('359999', '19900101', 1);
/** Who writes here. */
export const STAFF: Caller = staffOf('disclosure');

const PARTY = {
  subjectUscc: ENTERPRISE,
  subjectName: '福州测试有限公司',
  subjectCategory: 'LEGAL_OR_UNINCORPORATED',
  legalRep: '欧阳修',
};

/** A general penalty as the staff enters it, public from 1 June 2026 to 1 June 2027. */
export const PENALTY = {
  ...PARTY,
  docNo: '榕环罚〔2026〕1号',
  violationKind: '超标排放水污染物',
  violationFacts: '总排口化学需氧量超标',
  basis: '《中华人民共和国水污染防治法》第八十三条',
  categories: ['FINE'],
  content: '罚款12万元',
  fine: '120000.00',
  decidedOn: '2026-06-01',
  validUntil: '2099-12-31',
  authority: '福州市生态环境局',
  authorityUscc: AUTHORITY_USCC,
};

/** A permit as the staff enters it. */
export const PERMIT = {
  ...PARTY,
  docName: '食品经营许可决定书',
  docNo: '榕食许〔2026〕8号',
  category: 'GENERAL',
  content: '食品销售',
  decidedOn: '2026-06-01',
  validFrom: '2026-06-01',
  validTo: '2031-05-31',
  authority: '福州市市场监督管理局',
  authorityUscc: AUTHORITY_USCC,
  state: 'VALID',
};

/** What a mutation answered: its result, and the codes of the errors beside it. */
export interface Written {
  readonly result: FactWriteResult | null;
  readonly codes: readonly unknown[];
}

/** Which fact is written, and by whom on which day. */
export interface Writing {
  readonly caller?: Caller;
  readonly now?: Date;
}

/** Opens the office. */
export function openDisclosure(): Promise<TestDepartment> {
  return openDepartment(department);
}

/** Runs `permitCreate`, `penaltyCorrect` and so on. */
export async function write(
  office: TestDepartment,
  deed: string,
  variables: Readonly<Record<string, unknown>>,
  { caller = STAFF, now }: Writing = {},
): Promise<Written> {
  const input = `Administrative${deed.startsWith('permit') ? 'Permit' : 'Penalty'}Input!`;
  const types: Readonly<Record<string, string>> = {
    id: 'ID!',
    input,
    note: 'String!',
    expectedRevision: 'Int',
    annulledOn: 'LocalDate',
    reason: 'WithdrawalReason',
  };
  const names = Object.keys(variables);
  const document = `mutation (${names.map((name) => `$${name}: ${types[name] ?? ''}`).join(', ')}) {
    result: ${deed}(${names.map((name) => `${name}: $${name}`).join(', ')}) {
      id revision changed qualityFlags errors { field code message }
    }
  }`;
  const request = { caller, ...(now === undefined ? {} : { now }) };
  const { data, errors = [] } = await office.ask(document, { ...variables }, request);
  return {
    result: (data as { result: FactWriteResult | null } | null | undefined)?.result ?? null,
    codes: errors.map(({ extensions }) => extensions['code']),
  };
}

/** Enters a penalty or a permit that must be taken, and gives its id. */
export async function entered(
  office: TestDepartment,
  noun: 'permit' | 'penalty',
  differing: Readonly<Record<string, unknown>> = {},
  writing: Writing = {},
): Promise<string> {
  const input = { ...(noun === 'permit' ? PERMIT : PENALTY), ...differing };
  const { result, codes } = await write(office, `${noun}Create`, { input }, writing);
  if (typeof result?.id !== 'string') throw new Error(JSON.stringify([result?.errors, codes]));
  return result.id;
}

/** Number of documents of each collection of the office, history and outbox included. */
export async function documentsIn(office: TestDepartment): Promise<Record<string, number>> {
  const { db } = office.subgraph.database;
  const names = ['permits', 'permits_revisions', 'penalties', 'penalties_revisions', 'outbox'];
  const counts = names.map(async (name) => [name, await db.collection(name).countDocuments()] as const);
  return Object.fromEntries(await Promise.all(counts));
}
