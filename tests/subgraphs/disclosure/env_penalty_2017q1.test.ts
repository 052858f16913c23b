import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/config/projectRoot.ts';
import { columnsOf } from '../../../src/data/envelopeFields.ts';
import type { SubjectDirectory } from '../../../src/ingest/SubjectDirectory.ts';
import { penalties } from '../../../subgraphs/disclosure/collections/penalties.ts';
import type { TestDepartment } from '../../kit/department.ts';
import { rowsOf } from '../../src/values/realFiles.ts';
import { importPath, PROFILES } from './importCsv.ts';
import { openDisclosure, STAFF } from './openDisclosure.ts';

const NAME = 'credit_facts.csv.gz';
const FILE = join(projectRoot(), '..', 'shared', 'data', NAME);
const whereFile = existsSync(FILE) ? describe : describe.skip;
const profile = PROFILES.find(({ name }) => name === 'env_penalty_2017q1');

/** The list's rows, the answer of their matching included. */
function rows(): Record<string, string>[] {
  return rowsOf(NAME).filter((row) => row['list_id'] === 'env_penalty_2017q1');
}

/** A registry that knows the enterprises which the list's compilers found. */
function answers(): SubjectDirectory {
  const found = rows().filter((row) => row['matched_uscc'] !== '');
  const links = new Map(found.map((row) => [row['subject_name_raw'] ?? '', row['matched_uscc'] ?? '']));
  return {
    find: (_codes, names) =>
      Promise.resolve(
        names.flatMap((name) => {
          const uscc = links.get(name);
          return uscc === undefined ? [] : [{ orgCode: null, name, uscc }];
        }),
      ),
  };
}

describe('the source profile env_penalty_2017q1', () => {
  it('accounts for every field of the collection and names no other', () => {
    const own = Object.keys(penalties.fields);
    const named = new Set([...Object.values(profile?.columns ?? {}), ...(profile?.neverHas ?? [])]);
    expect(own.filter((name) => !named.has(name))).toEqual([]);
    const known = new Set(columnsOf(penalties).map(([name]) => name));
    expect([...named].filter((name) => !known.has(name))).toEqual([]);
  });

  it('takes none of the derived columns', () => {
    const derived = ['uscc_check_ok', 'matched_uscc', 'matched_name', 'match_basis'];
    expect(profile?.ignored).toEqual(expect.arrayContaining(derived));
    expect(Object.keys(profile?.columns ?? {}).filter((column) => derived.includes(column))).toEqual([]);
  });
});

whereFile(`the penalties of env_penalty_2017q1 (needs ../shared/data/${NAME})`, () => {
  let office: TestDepartment;
  beforeAll(async () => {
    office = await openDisclosure();
  });
  afterAll(() => office.close());

  it('are all accepted or, where a row repeats another word by word, the same fact', async () => {
    const report = await importPath(office, 'penalties', FILE, { directory: answers() });
    expect(report).toMatchObject({
      source: 'env_penalty_2017q1',
      ...{ read: 171, accepted: 160, unchanged: 11, flagged: 171, quarantined: 0, reasons: {} },
      ignoredColumns: [],
      visible: { now: 0, expired: 115, withheld: 56 },
    });
    const { USCC, ORG_CODE, USCC_MIDDLE, NAME: byName, UNLINKED } = report.linked;
    expect([USCC, ORG_CODE, USCC_MIDDLE]).toEqual([0, 0, 0]);
    expect(byName + UNLINKED).toBe(171);
    expect(byName).toBe(rows().filter((row) => row['match_basis'] === 'name').length);
  });

  it('change nothing when they are read again', async () => {
    const again = await importPath(office, 'penalties', FILE, {
      directory: answers(),
      now: new Date('2030-01-01T00:00:00Z'),
    });
    expect(again).toMatchObject({ read: 171, accepted: 0, unchanged: 171, quarantined: 0 });
    expect(await office.subgraph.database.outbox.countDocuments()).toBe(160);
  });

  it('are as grave as their words say, and no more', async () => {
    const counted = await office.subgraph.database
      .facts(penalties)
      .aggregate<{ _id: string | null; facts: number }>([
        { $group: { _id: { $ifNull: ['$record.severity', null] }, facts: { $sum: 1 } } },
        { $sort: { _id: 1 } },
      ])
      .toArray();
    expect(Object.fromEntries(counted.map(({ _id, facts }) => [_id ?? 'unknown', facts]))).toEqual({
      MINOR: 29,
      GENERAL: 99,
      SERIOUS: 14,
      unknown: 18,
    });
  });

  it('have a fine only where the text names one fine and nothing beside it', async () => {
    const facts = office.subgraph.database.facts(penalties);
    const fined = { categories: 'FINE' };
    expect(await facts.countDocuments(fined)).toBe(110);
    expect(await facts.countDocuments({ ...fined, fine: { $exists: true } })).toBe(83);
    expect(await facts.countDocuments({ ...fined, 'record.qualityFlags': 'AMOUNT_MISSING' })).toBe(27);
    expect(
      await facts.countDocuments({ 'record.qualityFlags': 'WINDOW_UNKNOWN', categories: { $exists: false } }),
    ).toBe(18);
  });

  it('say what was read from the text', async () => {
    const { data } = await office.ask(
      '{ penalties(first: 100, filter: { category: SUSPEND_BUSINESS }) { nodes { content categories fine isReadFromText province rectification record { subjectName severity } } } }',
      {},
      { caller: STAFF, now: new Date('2019-01-01T00:00:00Z') },
    );
    expect(data).toEqual({
      penalties: {
        nodes: [
          {
            content: '责令停产整治。',
            categories: ['SUSPEND_BUSINESS'],
            fine: null,
            isReadFromText: true,
            province: '黑龙江省',
            rectification: '整改情况：已整改完成',
            record: { subjectName: '逊克县污水处理厂', severity: 'SERIOUS' },
          },
        ],
      },
    });
  });
});
