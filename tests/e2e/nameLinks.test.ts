import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { projectRoot } from '../../src/config/projectRoot.ts';
import type { FactDocumentBase } from '../../src/data/FactDocument.ts';
import type { LinkCandidateDocument } from '../../src/data/linkCandidates.ts';
import type { ImportReport } from '../../src/ingest/ImportReport.ts';
import { startTestCity, type TestCity } from '../kit/startTestCity.ts';
import { csvOf, rowsOf } from '../src/values/realFiles.ts';

const FOLDER = join(projectRoot(), '..', 'shared', 'data');
const where = existsSync(FOLDER) ? describe : describe.skip;

const FILE = 'credit_facts.csv.gz';

/** Collections and the published lists that go into them; one more names nearly all by their codes, so likeness has nothing to find there. */
const LISTS = [
  ['credit.listEntries', 'finance_crime'],
  ['credit.listEntries', 'illegal_fundraising'],
  ['credit.listEntries', 'transport_blacklist'],
  ['credit.listEntries', 'work_safety_blacklist'],
  ['disclosure.penalties', 'env_penalty_2017q1'],
  ['judiciary.judgmentDefaulters', 'finance_debtors'],
] as const;

/** One of so many names that are not meant stands beside those that are. */
const SHARE = 40;

const COLLECTIONS = [
  ['credit', 'listEntries'],
  ['disclosure', 'penalties'],
  ['judiciary', 'judgmentDefaulters'],
] as const;
const DEPARTMENTS = COLLECTIONS.map(([department]) => department);

/** A fact with the enterprise that it was linked to, and the one that the compilers found by its codes. */
interface Link {
  readonly fact: string;
  readonly found: string | undefined;
  readonly basis: string | undefined;
  readonly score: number | undefined;
  readonly truth: string;
}

/** The lists as if their sources had printed names alone. */
function withoutCodes(): Buffer {
  const blank = { uscc_raw: '', org_code_raw: '', reg_no_raw: '' };
  return Buffer.from(csvOf(rowsOf(FILE).map((row) => ({ ...row, ...blank }))));
}

/** Figures are for whoever reads the run. */
function print(line: string): void {
  process.stdout.write(`  ${line}\n`);
}

type Row = Readonly<Record<string, string | undefined>>;

/** A table of registrations: all that the compilers of the lists matched, and a part of the others. */
function registrations(): string {
  const matched = new Set(rowsOf(FILE).map((row) => row['matched_uscc']));
  const some = ['enterprises_fuzhou', 'enterprises_fujian_other', 'names_national'].flatMap((file) =>
    rowsOf(`${file}.csv.gz`).filter((row, at) => at % SHARE === 0 || matched.has(row['uscc'])),
  );
  const lines = some.map((row) =>
    [row['name'], row['uscc'], row['established_on'], row['province'], row['city']].join(','),
  );
  return ['name,uscc,established_on,province,city', ...lines].join('\n');
}

where('links by the likeness of names, of the lists published in 2017 (needs ../shared/data)', () => {
  let city: TestCity;
  let mongo: MongoClient;
  // Within the windows of what was published then.
  let now = new Date('2018-05-02T04:00:00Z');
  const rows: readonly Row[] = existsSync(FOLDER) ? rowsOf(FILE) : [];
  const bring = async (collection: string, body: string | Buffer, source?: string): Promise<ImportReport> => {
    const [department = ''] = collection.split('.');
    const query = new URLSearchParams({ name: FILE, ...(source === undefined ? {} : { source }) });
    const response = await fetch(`${city.url}/imports/${collection}?${query.toString()}`, {
      method: 'POST',
      headers: { authorization: await city.bearer(department), 'content-type': 'application/octet-stream' },
      body,
    });
    expect(response.status).toBe(200);
    return (await response.json()) as ImportReport;
  };
  const stored = async <T extends object>(department: string, collection: string): Promise<readonly T[]> =>
    (await mongo.db(`${city.database.prefix}${department}`).collection(collection).find().toArray()) as unknown as T[];

  beforeAll(async () => {
    city = await startTestCity({ clock: () => now });
    mongo = await new MongoClient(city.database.uri).connect();
    await bring('registry.enterprises', registrations());
    await city.settled();
  }, 600_000);
  afterAll(async () => {
    await mongo.close();
    await city.stop();
  });

  /** Imports all lists and tells how their facts were linked. */
  async function bringAll(file: Buffer): Promise<{ linked: Readonly<Record<string, number>>; proposed: number }> {
    const linked: Record<string, number> = {};
    let proposed = 0;
    for (const [collection, source] of LISTS) {
      const report = await bring(collection, file, source);
      for (const [basis, count] of Object.entries(report.linked)) linked[basis] = (linked[basis] ?? 0) + count;
      proposed += report.proposed;
    }
    return { linked, proposed };
  }

  /** What links by likeness of one batch say, beside what the compilers know. */
  async function linksOf(isMeant: (fact: FactDocumentBase) => boolean): Promise<readonly Link[]> {
    const facts = await Promise.all(
      COLLECTIONS.map(([department, name]) => stored<FactDocumentBase>(department, name)),
    );
    return facts
      .flat()
      .filter(isMeant)
      .map(({ _id, subjectUscc, record: { provenance } }) => ({
        ...{ fact: _id, found: subjectUscc, basis: provenance.linkedBy, score: provenance.linkScore },
        truth: rows[(provenance.row ?? 0) - 2]?.['matched_uscc'] ?? '',
      }));
  }

  it('beside codes find nobody wrong', async () => {
    const { linked, proposed } = await bringAll(readFileSync(join(FOLDER, FILE)));
    const byName = (await linksOf(() => true)).filter(({ basis }) => basis === 'NAME_MATCH');
    const wrong = byName.filter(({ found, truth }) => truth !== '' && truth !== found);
    print(
      `with codes: ${JSON.stringify(linked)}, ${proposed} wait for a person, ${wrong.length} linked wrong by likeness`,
    );
    expect(wrong).toEqual([]);
    expect(linked['CONFIRMED']).toBe(0);
  }, 300_000);

  it('without codes find most of those that codes find, none wrong, and ask a person about others', async () => {
    const before = new Set((await linksOf(() => true)).map(({ fact }) => fact));
    const { linked, proposed } = await bringAll(withoutCodes());
    const links = (await linksOf(({ _id }) => !before.has(_id))).filter(({ truth }) => truth !== '');
    const count = (basis: string | undefined): number => links.filter((link) => link.basis === basis).length;
    const wrong = links.filter(({ basis, found, truth }) => basis === 'NAME_MATCH' && found !== truth);
    const candidates = (
      await Promise.all(DEPARTMENTS.map((name) => stored<LinkCandidateDocument>(name, 'linkCandidates')))
    ).flat();
    const unlinked = links.filter(({ found }) => found === undefined);
    const asked = unlinked.filter(({ fact }) => candidates.some((one) => one.fact === fact));
    const answerable = asked.filter(({ fact, truth }) =>
      candidates.some((one) => one.fact === fact && one.uscc === truth),
    );
    print(`without codes: ${JSON.stringify(linked)}, ${proposed} wait for a person`);
    print(
      `of ${links.length} facts whose enterprise is known: ${count('NAME')} by exact name, ${count('NAME_MATCH')} by likeness (${wrong.length} wrong), ${asked.length} wait for a person, who finds ${answerable.length}`,
    );
    expect(wrong).toEqual([]);
    expect(count('NAME_MATCH')).toBeGreaterThan(10);
    expect(answerable.length).toBeGreaterThan(0);
    expect(links.filter(({ basis, score = 0 }) => basis === 'NAME_MATCH' && score < 0.9)).toEqual([]);
  }, 300_000);

  it('are confirmed and rejected by staff of the department that owns the fact, and by nobody else', async () => {
    const { totalCount, nodes } = await proposals();
    expect(totalCount).toBeGreaterThan(1);
    const id = nodes[0]?.id;
    expect(await decide('confirmLink', { id, department: 'credit' }, 'judiciary')).toEqual(['FORBIDDEN']);
    for (const who of [null, { enterprise: '91350100M000100Y43' }]) {
      expect(await decide('confirmLink', { id, department: 'credit' }, who)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    }
    expect((await proposals()).totalCount).toBe(totalCount);
    expect(await decide('rejectLink', { id })).toMatchObject({ changed: true, candidate: { state: 'REJECTED' } });
    expect(await decide('confirmLink', { id })).toEqual(['LINK_DECIDED']);
    const next = (await proposals()).nodes[0]?.id;
    const candidate = { state: 'CONFIRMED', decidedBy: 'tester@credit' };
    expect(await decide('confirmLink', { id: next })).toMatchObject({ changed: true, revision: 2, candidate });
    expect(await decide('confirmLink', { id: next })).toMatchObject({ changed: false, revision: 2, candidate });
    const { data } = await city.ask(
      '{ creditLinkCandidates(filter: { state: CONFIRMED }) { totalCount } }',
      {},
      'credit',
    );
    expect(data).toEqual({ creditLinkCandidates: { totalCount: 1 } });
    // Nobody is shown a link of what is shown to nobody.
    now = new Date('2026-06-15T04:00:00Z');
    expect(await proposals()).toMatchObject({ totalCount: 0 });
  }, 60_000);

  async function proposals(): Promise<{
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string }[];
  }> {
    const { data, errors } = await city.ask('{ linkCandidates(first: 5) { totalCount nodes { id } } }', {}, 'credit');
    expect(errors).toBeUndefined();
    return data?.['linkCandidates'] as { totalCount: number; nodes: readonly { id: string }[] };
  }

  /** The decision, or the codes of why there is none. */
  async function decide(what: string, given: object, who: string | { enterprise: string } | null = 'credit') {
    const { data, errors } = await city.ask(
      `mutation ($id: ID!, $department: String) { decision: ${what}(id: $id, department: $department, note: "已核对") {
        changed revision candidate { state decidedBy } } }`,
      given,
      who ?? undefined,
    );
    return errors?.map(({ extensions }) => extensions['code']) ?? data?.['decision'];
  }
});
