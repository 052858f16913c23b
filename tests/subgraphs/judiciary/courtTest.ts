import { department } from '../../../subgraphs/judiciary/department.ts';
import { staffOf, type TestDepartment } from '../../kit/department.ts';
import { citizenIdOf } from '../../src/values/citizenIdOf.ts';

/** The unit that most tests are about. */
export const UNIT = '91350100705362917E';
/** Another unit. */
export const OTHER_UNIT = '9335018158311TC46J';

/** A listing of the unit as the court enters it; public from 10 March 2025 to 10 March 2027. */
export const LISTING = {
  subjectUscc: UNIT,
  subjectName: '福州测试有限公司',
  subjectCategory: 'LEGAL_OR_UNINCORPORATED',
  caseNo: '（2025）闽0102执00123号',
  court: '福州市鼓楼区人民法院',
  filedOn: '2025-01-06',
  basisIssuer: '福州市鼓楼区人民法院',
  basisDocNo: '（2024）闽0102民初456号',
  obligation: '支付货款 100000 元',
  performance: 'NOT_PERFORMED',
  conduct: ['BREACHES_PROPERTY_REPORTING'],
  legalRepresentative: '欧阳修',
  listedOn: '2025-03-10',
};

/** A citizen's number that holds by its form; no such region exists. */
export const ID_NUMBER = citizenIdOf('359999', '19900101', 1);

/** A natural person's listing as the court enters it. */
export const PERSON_LISTING = {
  ...LISTING,
  subjectUscc: null,
  legalRepresentative: null,
  subjectName: '张三丰',
  subjectCategory: 'NATURAL_PERSON',
  sex: 'MALE',
  age: 36,
  idNo: ID_NUMBER,
};

/** Number of documents of each collection of the department, history and outbox included. */
export async function documentsIn(courts: TestDepartment): Promise<Record<string, number>> {
  const { db } = courts.subgraph.database;
  const names = Object.keys(department.collections).flatMap((name) => [name, `${name}_revisions`]);
  const counts = [...names, 'outbox'].map(async (name) => [name, await db.collection(name).countDocuments()] as const);
  return Object.fromEntries(await Promise.all(counts));
}

/** Enters a fact as the court's staff and gives its id. */
export async function enter(courts: TestDepartment, type: string, input: object): Promise<string> {
  const field = `${type.charAt(0).toLowerCase()}${type.slice(1)}Create`;
  const { data, errors } = await courts.ask(
    `mutation ($input: ${type}Input!) { written: ${field}(input: $input) { id errors { field code } } }`,
    { input },
    { caller: staffOf('judiciary') },
  );
  const written = data?.['written'] as { id: string | null; errors: unknown } | null | undefined;
  if (typeof written?.id !== 'string') throw new Error(JSON.stringify({ errors, written }));
  return written.id;
}
