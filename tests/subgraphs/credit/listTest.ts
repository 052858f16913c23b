import { loadDepartments } from '../../../gateway/departments.ts';
import { searchable } from '../../../subgraphs/credit/lists/listSearch.ts';
import { timelineOf } from '../../../subgraphs/credit/timeline/readableFacts.ts';
import type { TimelineDocument } from '../../../subgraphs/credit/timeline/TimelineDocument.ts';
import { openDepartment, staffOf, type TestDepartment } from '../../kit/department.ts';

/** The unit that most tests are about. */
export const UNIT = '91350100705362917E';
/** Another unit. */
export const OTHER_UNIT = '9335018158311TC46J';

/** A black entry as the credit office enters it; public to 10 January 2028. */
export const WAGES = {
  subjectUscc: UNIT,
  subjectName: '福州测试（集团）有限公司',
  subjectCategory: 'LEGAL_OR_UNINCORPORATED',
  listId: 'wage-arrears',
  decisionNo: '榕人社列〔2025〕1号',
  decider: '福州市人力资源和社会保障局',
  listedOn: '2025-01-10',
  reason: '拖欠农民工工资',
};

/** A red entry whose public notice is over. */
export const GREEN = {
  ...WAGES,
  listId: 'environment-green',
  decisionNo: '榕环信〔2026〕1号',
  decider: '福州市生态环境局',
  listedOn: '2026-03-02',
  reason: '年度评价为环保诚信企业',
  noticeFrom: '2026-02-20',
  noticeUntil: '2026-02-28',
};

/** Opens the credit office, which knows of the facts of all departments. */
export async function openCredit(): Promise<TestDepartment> {
  const departments = await loadDepartments();
  const credit = departments.find(({ name }) => name === 'credit');
  if (credit === undefined) throw new Error('There is no credit office.');
  return openDepartment(credit, departments);
}

/** Enters an entry of a list and waits until the index follows; gives its id. */
export async function enterListed(credit: TestDepartment, input: object): Promise<string> {
  const { data, errors } = await credit.ask(
    'mutation ($input: ListEntryInput!) { written: listEntryCreate(input: $input) { id errors { field code } } }',
    { input },
    { caller: staffOf('credit') },
  );
  const written = data?.['written'] as { id: string | null } | null | undefined;
  if (typeof written?.id !== 'string') throw new Error(JSON.stringify({ errors, written }));
  await credit.settle();
  return written.id;
}

/** Puts facts of other departments into the index, as the follower would. */
export async function index(credit: TestDepartment, ...facts: readonly Partial<TimelineDocument>[]): Promise<void> {
  await timelineOf(credit.subgraph.database).insertMany(
    facts
      .map((fact, at) => ({ ...DEFAULTER, _id: `f${at}`, ...fact }))
      .map((fact) => ({ ...fact, ...searchable(fact.lists, fact.record.subjectName) })),
  );
}

/** A listing as a judgment defaulter, public without a term. */
export const DEFAULTER: TimelineDocument = {
  _id: 'defaulter',
  department: 'judiciary',
  collection: 'judgmentDefaulters',
  type: 'JudgmentDefaulter',
  catalogueKind: 6,
  subjectUscc: UNIT,
  decidedOn: '2025-03-10',
  sortOn: '2025-03-10',
  title: '失信被执行人',
  record: {
    subjectName: '福州测试（集团）有限公司',
    usageScope: 'PUBLIC',
    polarity: 'NEGATIVE',
    severity: 'SERIOUS',
    publicity: { from: '2025-03-10' },
    state: 'ACTIVE',
  },
  values: { court: '福州市鼓楼区人民法院', conduct: ['REFUSES_THOUGH_ABLE'] },
  revision: 1,
  seq: 1,
  lists: ['judgment-defaulters'],
};
