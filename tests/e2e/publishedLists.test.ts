import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/config/projectRoot.ts';
import type { ImportReport } from '../../src/ingest/ImportReport.ts';
import { rowsOf } from '../src/values/realFiles.ts';
import { startTestCity, type TestCity } from '../kit/startTestCity.ts';

const FOLDER = join(projectRoot(), '..', 'shared', 'data');
const where = existsSync(FOLDER) ? describe : describe.skip;

const FILE = 'credit_facts.csv.gz';

const LIST = `query ($id: ID!, $search: String) { creditList(id: $id) { entryCount entries(first: 2, search: $search) { totalCount
  nodes { subjectName listedOn expiresOn decidedBy subject { uscc name }
    fact { id record { provider { name } } ... on ListEntry { reason } } } } } }`;

/** By profile: the list, its rows, and those that name no reason or no authority. */
const PUBLISHED = [
  ['ecom_blacklist', 'e-commerce', 500, 0],
  ['finance_crime', 'finance-crime', 165, 0],
  ['illegal_fundraising', 'illegal-fundraising', 144, 8],
  ['transport_blacklist', 'transport', 270, 0],
  ['work_safety_blacklist', 'work-safety', 36, 0],
] as const;

/** All that is near enough by name was found by its code already. */
const NONE_ALIKE = { NAME_MATCH: 0, CONFIRMED: 0 } as const;

/** How they are linked to enterprises, where the registry holds those that the compilers matched. */
const LINKED: Readonly<Record<(typeof PUBLISHED)[number][0], ImportReport['linked']>> = {
  ecom_blacklist: { USCC: 476, ORG_CODE: 0, USCC_MIDDLE: 0, NAME: 0, ...NONE_ALIKE, UNLINKED: 24 },
  finance_crime: { USCC: 12, ORG_CODE: 15, USCC_MIDDLE: 3, NAME: 0, ...NONE_ALIKE, UNLINKED: 135 },
  illegal_fundraising: { USCC: 13, ORG_CODE: 2, USCC_MIDDLE: 1, NAME: 0, ...NONE_ALIKE, UNLINKED: 120 },
  transport_blacklist: { USCC: 19, ORG_CODE: 48, USCC_MIDDLE: 0, NAME: 2, ...NONE_ALIKE, UNLINKED: 201 },
  work_safety_blacklist: { USCC: 6, ORG_CODE: 0, USCC_MIDDLE: 6, NAME: 0, ...NONE_ALIKE, UNLINKED: 24 },
};

/** The registrations of all enterprises that the compilers of the file matched: to bring in all others would take minutes. */
function registrations(): string {
  const matched = new Set(rowsOf(FILE).map((row) => row['matched_uscc']));
  const all = ['enterprises_fuzhou', 'enterprises_fujian_other', 'names_national'].flatMap((file) =>
    rowsOf(`${file}.csv.gz`).filter((row) => matched.has(row['uscc'])),
  );
  const lines = all.map((row) =>
    [row['name'], row['uscc'], row['established_on'], row['province'], row['city']].join(','),
  );
  return ['name,uscc,established_on,province,city', ...lines].join('\n');
}

where('the published lists of 2017 (needs ../shared/data)', () => {
  let city: TestCity;
  let now = new Date('2026-06-15T04:00:00Z');
  const bring = async (collection: string, file: string, body: string | Buffer, source?: string) => {
    const [department = ''] = collection.split('.');
    const query = new URLSearchParams({ name: file, ...(source === undefined ? {} : { source }) });
    const response = await fetch(`${city.url}/imports/${collection}?${query.toString()}`, {
      method: 'POST',
      headers: { authorization: await city.bearer(department), 'content-type': 'application/octet-stream' },
      body,
    });
    const report = (await response.json()) as ImportReport;
    expect({ report, status: response.status }).toMatchObject({ status: 200 });
    return report;
  };
  const list = async (id: string, search?: string) => {
    const { data, errors } = await city.ask(LIST, { id, search });
    expect(errors).toBeUndefined();
    return data?.['creditList'] as { entryCount: number; entries: { totalCount: number; nodes: object[] } };
  };

  beforeAll(async () => {
    city = await startTestCity({ clock: () => now });
    await bring('registry.enterprises', 'registrations.csv', registrations());
    // Names are compared with those that the search holds.
    await city.settled();
  }, 60_000);
  afterAll(() => city.stop());

  it.each(PUBLISHED)(
    '%s comes in under its publisher, expired by the term of its list',
    async (source, _id, rows, incomplete) => {
      const report = await bring('credit.listEntries', FILE, readFileSync(join(FOLDER, FILE)), source);
      expect(report).toMatchObject({
        source,
        read: rows,
        accepted: rows - incomplete,
        quarantined: incomplete,
        unchanged: 0,
      });
      expect(report.visible).toEqual({ now: 0, expired: rows - incomplete, withheld: 0 });
      expect(report.linked).toEqual(LINKED[source]);
    },
    60_000,
  );

  it('stood on their lists in 2018, where the linked ones are found by name and code, and nobody stands there today', async () => {
    await city.settled();
    now = new Date('2018-05-02T04:00:00Z');
    const counts: Record<string, number> = {};
    for (const [, id] of PUBLISHED) counts[id] = (await list(id)).entryCount;
    const found = (await list('e-commerce', '电子商务')).entries;
    now = new Date('2026-06-15T04:00:00Z');
    const today = await list('e-commerce');
    expect([today.entryCount, today.entries.totalCount]).toEqual([0, 0]);
    // All that is linked to an enterprise: what is not, the public does not see.
    const linked = PUBLISHED.map(([source, id]) => {
      const { UNLINKED, ...bases } = LINKED[source];
      return [id, Object.values(bases).reduce((sum, count) => sum + count, 0)];
    });
    expect(counts).toEqual(Object.fromEntries(linked));
    expect(found.totalCount).toBeGreaterThan(100);
    expect(found.nodes[0]).toMatchObject({ fact: { record: { provider: { name: '信用中国（甘肃）转发' } } } });
  }, 60_000);
});
