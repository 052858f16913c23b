import type { Document } from 'mongodb';
import { plainDecimal } from '../../../src/values/plainDecimal.ts';
import type { BenchVariables, QueryName } from '../benchQueries.ts';
import type { ChildRead, DriverReads, PageRows } from './driverReads.ts';

/** An answer in the shape of the graph's `data`. */
export type AnswerData = Readonly<Record<string, unknown>>;

const PROFILE_FIELDS = [
  'uscc',
  'name',
  'status',
  'establishedOn',
  'registeredCapital',
  'capitalCurrency',
  'registrationAuthority',
];
const LIST_FIELDS = ['uscc', 'name', 'status', 'establishedOn', 'registeredCapital'];
const MONEY: ReadonlySet<string> = new Set(['registeredCapital', 'fine']);

const CHANGES = { department: 'registry', collection: 'changes', fields: ['item', 'before', 'after', 'approvedOn'] };
const PERMITS = {
  department: 'disclosure',
  collection: 'permits',
  fields: ['docNo', 'docName', 'authority', 'decidedOn', 'validTo', 'state'],
};
const PENALTIES = {
  department: 'disclosure',
  collection: 'penalties',
  fields: ['docNo', 'violationFacts', 'content', 'fine', 'authority', 'decidedOn'],
};
const DEFAULTERS = {
  department: 'judiciary',
  collection: 'judgmentDefaulters',
  fields: ['caseNo', 'court', 'filedOn', 'performance'],
};
const RECORD_PARTS = ['record.severity', 'record.publicity'];

/**
 * Answers a query by hand, in the graph's shape.
 *
 * @param reads - the bare driver
 * @param name - which query
 * @param variables - of the request
 */
export async function driverAnswer(
  reads: DriverReads,
  name: QueryName,
  { uscc = '', usccs = [] }: BenchVariables,
): Promise<AnswerData> {
  return name === 'profile'
    ? { enterprise: await profile(reads, uscc) }
    : { enterprisesByUscc: await list(reads, usccs) };
}

async function profile(reads: DriverReads, uscc: string): Promise<AnswerData | null> {
  const [enterprises, changes, permits, penalties, judgmentDefaulterRecords] = await Promise.all([
    reads.enterprises([uscc], PROFILE_FIELDS),
    countedPage(reads, uscc, { ...CHANGES, first: 5 }, CHANGES.fields),
    countedPage(reads, uscc, { ...PERMITS, first: 10 }, PERMITS.fields),
    countedPage(reads, uscc, { ...PENALTIES, first: 10, fields: [...PENALTIES.fields, ...RECORD_PARTS] }, [
      ...PENALTIES.fields,
      'record',
    ]),
    countedPage(reads, uscc, { ...DEFAULTERS, first: 10 }, DEFAULTERS.fields),
  ]);
  const enterprise = enterprises.get(uscc);
  if (enterprise === undefined) return null;
  return { ...picked(enterprise, PROFILE_FIELDS), changes, permits, penalties, judgmentDefaulterRecords };
}

async function countedPage(
  reads: DriverReads,
  uscc: string,
  read: ChildRead,
  shown: readonly string[],
): Promise<AnswerData> {
  const rows = await reads.page(uscc, read);
  const totalCount = rows.length > read.first ? await reads.count(uscc, read) : rows.length;
  return { totalCount, ...nodesOf(rows, read.first, shown) };
}

async function list(reads: DriverReads, usccs: readonly string[]): Promise<readonly (AnswerData | null)[]> {
  const first = 5;
  const [enterprises, changes, penalties, defaulters] = await Promise.all([
    reads.enterprises(usccs, LIST_FIELDS),
    reads.pages(usccs, { ...CHANGES, first }),
    reads.pages(usccs, { ...PENALTIES, first }),
    reads.pages(usccs, { ...DEFAULTERS, first }),
  ]);
  return usccs.map((uscc) => {
    const enterprise = enterprises.get(uscc);
    if (enterprise === undefined) return null;
    return {
      ...picked(enterprise, LIST_FIELDS),
      changes: nodesOf(changes.get(uscc) ?? [], first, CHANGES.fields),
      penalties: nodesOf(penalties.get(uscc) ?? [], first, PENALTIES.fields),
      judgmentDefaulterRecords: nodesOf(defaulters.get(uscc) ?? [], first, DEFAULTERS.fields),
    };
  });
}

function nodesOf(rows: PageRows, first: number, shown: readonly string[]): AnswerData {
  return { nodes: rows.slice(0, first).map((row) => picked(row, shown)) };
}

function picked(document: Document, shown: readonly string[]): AnswerData {
  const answer: Record<string, unknown> = {};
  for (const name of shown) {
    const value: unknown = document[name];
    if (name === 'record') answer[name] = recordOf(document['record'] as Document | undefined);
    else answer[name] = value === undefined ? null : MONEY.has(name) ? plainDecimal(value) : value;
  }
  return answer;
}

function recordOf(record: Document = {}): AnswerData {
  const publicity = record['publicity'] as { readonly from?: string; readonly until?: string } | undefined;
  return {
    severity: (record['severity'] as string | undefined) ?? null,
    publicity: publicity === undefined ? null : { from: publicity.from ?? null, until: publicity.until ?? null },
  };
}
