import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { loadDepartments } from '../../gateway/departments.ts';
import { projectRoot } from '../../src/config/projectRoot.ts';
import type { ImportReport } from '../../src/ingest/ImportReport.ts';
import { checkUscc } from '../../src/values/uscc.ts';
import { startTestCity, type TestCity } from '../kit/startTestCity.ts';
import { csvOf, rowsOf } from '../src/values/realFiles.ts';

const FOLDER = join(projectRoot(), '..', 'shared', 'data');
const where = existsSync(FOLDER) ? describe : describe.skip;

/** Files of registrations. */
const REGISTRATIONS = ['enterprises_fuzhou', 'enterprises_fujian_other', 'names_national'] as const;

/** How many enterprises are compared field by field. */
const COMPARED = 200;

const ENTERPRISES = `query($usccs: [USCC!]!) { enterprisesByUscc(usccs: $usccs) {
  uscc name establishedOn entityType businessScope province city domicile registeredCapital capitalCurrency status
  record { qualityFlags provenance { source row batch } }
} }`;

type Row = Readonly<Record<string, string>>;

/** A cell as the graph gives it: trimmed, and null where it says nothing. */
function cell(text: string | undefined): string | null {
  const trimmed = (text ?? '').trim();
  return ['', '/', '-', '无', '--'].includes(trimmed) ? null : trimmed;
}

where('the real files (needs ../shared/data)', () => {
  let city: TestCity;
  let now = new Date('2026-11-24T04:00:00Z');
  const bring = async (collection: string, file: string): Promise<ImportReport> => {
    const { status, report } = await city.upload(collection, join(FOLDER, file), file);
    expect({ report, status }).toMatchObject({ status: 200 });
    return report;
  };

  beforeAll(async () => {
    // Likeness of names is another test's matter, and how much of it is found would depend on how far the index has followed.
    const departments = (await loadDepartments()).filter(({ name }) => name !== 'search');
    city = await startTestCity({ clock: () => now, departments });
  }, 120_000);
  afterAll(() => city.stop());

  /** Of the files of other places one row of ten, and all that the lists mean: the ledger keeps each for good. */
  const someOf = (name: string): readonly Row[] => {
    const facts = rowsOf('credit_facts.csv.gz');
    const matched = new Set(facts.map((row) => row['matched_uscc']));
    const printed = new Set(
      facts.flatMap((row) => orgCodesIn(`${row['uscc_raw'] ?? ''} ${row['org_code_raw'] ?? ''}`)),
    );
    const isMeant = (uscc: string): boolean => matched.has(uscc) || printed.has(uscc.slice(8, 17));
    return rowsOf(`${name}.csv.gz`).filter((row, at) => at % 10 === 0 || isMeant(row['uscc'] ?? ''));
  };

  it.each(['enterprises_fujian_other', 'names_national'] as const)(
    'brings registrations of %s in, flagged as what its source lacks',
    async (name) => {
      const rows = someOf(name);
      const path = `/imports/registry.enterprises?name=${name}.csv&source=${name}`;
      const response = await city.send(path, csvOf(rows), 'registry');
      expectAllIn((await response.json()) as ImportReport, name, rows.length);
    },
    120_000,
  );

  it('brings every registration of enterprises_fuzhou in, flagged as what its source lacks', async () => {
    expectAllIn(await bring('registry.enterprises', 'enterprises_fuzhou.csv.gz'), 'enterprises_fuzhou', 16_074);
  }, 120_000);

  it('changes nothing when the same file comes again', async () => {
    const report = await bring('registry.enterprises', 'enterprises_fuzhou.csv.gz');
    expect(report).toMatchObject({ read: 16_074, accepted: 0, unchanged: 16_074, quarantined: 0 });
  }, 60_000);

  it('quarantines dirty codes, or repairs and flags them where only the letter case is wrong', async () => {
    const rows = rowsOf('registry_dirty_codes.csv.gz');
    const report = await bring('registry.enterprises', 'registry_dirty_codes.csv.gz');
    expect(report).toMatchObject({ read: 8_197, accepted: 237, unchanged: 0, flagged: 237, quarantined: 7_960 });
    expect(report.reasons).toEqual({ REGISTRATION_NUMBER: 6_558, USCC_INVALID: 1_402 });
    const usccs = rows.map((row) => (row['code_raw'] ?? '').toUpperCase()).filter((code) => checkUscc(code).ok);
    expect(usccs).toHaveLength(237);
    const repaired: unknown[] = [];
    for (let from = 0; from < usccs.length; from += 100)
      repaired.push(...(await byUscc(usccs.slice(from, from + 100))));
    const found = repaired.filter((enterprise) => enterprise !== null) as { record: { qualityFlags: string[] } }[];
    expect(found).toHaveLength(237);
    expect(found.every(({ record }) => record.qualityFlags.includes('USCC_REPAIRED'))).toBe(true);
  }, 60_000);

  it('answers 200 enterprises taken by chance as their rows say, field by field', async () => {
    const rows = [...rowsOf('enterprises_fuzhou.csv.gz')];
    const seed = Date.now();
    const [byChance = []] = fc.sample(fc.shuffledSubarray(rows, { minLength: COMPARED, maxLength: COMPARED }), {
      ...{ seed, numRuns: 1 },
    });
    expect(byChance).toHaveLength(COMPARED);
    // The one whose capital can not be read is hardly ever among them.
    const picked = [...new Set([...byChance, ...rows.filter(isUnread)])];
    for (let from = 0; from < picked.length; from += 100) {
      const part = picked.slice(from, from + 100);
      const answered = await byUscc(part.map((row) => row['uscc'] ?? ''));
      expect({ seed, answered }).toEqual({ seed, answered: part.map((row) => expected(row, rows.indexOf(row))) });
    }
  }, 60_000);

  it('takes 171 penalties of polluters, which give names only', async () => {
    const report = await bring('disclosure.penalties', 'credit_facts.csv.gz');
    // 11 rows repeat another word by word: the same fact, not a second one.
    expect(report).toMatchObject({ read: 171, otherRows: 1_335, accepted: 160, unchanged: 11, flagged: 171 });
    expect(report).toMatchObject({ quarantined: 0, reasons: {}, source: 'env_penalty_2017q1' });
    const linked = { USCC: 0, ORG_CODE: 0, USCC_MIDDLE: 0, NAME: 30, NAME_MATCH: 0, CONFIRMED: 0, UNLINKED: 141 };
    expect(report.linked).toEqual(linked);
    expect(report.visible).toEqual({ now: 0, expired: 115, withheld: 56 });
    // Most are expired by now and no door shows them, so they are read as on a day inside their windows.
    now = new Date('2018-05-02T04:00:00Z');
    const facts = await factsOf('penalties', 'disclosure');
    now = new Date('2026-11-24T04:00:00Z');
    expect(countBases(facts)).toEqual({ NAME: 27, UNLINKED: 133 });
    expectAnswers('env_penalty_2017q1', facts);
  }, 60_000);

  it('takes 181 judgment defaulters, whose codes are often damaged', async () => {
    const report = await bring('judiciary.judgmentDefaulters', 'credit_facts.csv.gz');
    expect(report).toMatchObject({ read: 181, otherRows: 1_325, accepted: 181, unchanged: 0, flagged: 181 });
    expect(report).toMatchObject({ quarantined: 0, reasons: {}, source: 'finance_debtors' });
    const linked = { USCC: 22, ORG_CODE: 24, USCC_MIDDLE: 7, NAME: 0, NAME_MATCH: 0, CONFIRMED: 0, UNLINKED: 128 };
    expect(report.linked).toEqual(linked);
    // No court has said for what conduct, so that no term can be derived: departments only, until it does.
    expect(report.visible).toEqual({ now: 0, expired: 0, withheld: 181 });
    const facts = await factsOf('judgmentDefaulters', 'judiciary');
    expect(countBases(facts)).toEqual({ USCC: 22, ORG_CODE: 24, USCC_MIDDLE: 7, UNLINKED: 128 });
    expectAnswers('finance_debtors', facts);
  }, 60_000);

  /** Reads all facts of a list page by page as their department. */
  async function factsOf(list: string, department: string): Promise<readonly ListedFact[]> {
    const facts: ListedFact[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { data, errors } = await city.ask(
        `query($after: String) { ${list}(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes {
          subject { uscc name } record { subjectName provenance { linkedBy row } }
        } } }`,
        { after },
        department,
      );
      expect(errors).toBeUndefined();
      const page = data?.[list] as { nodes: ListedFact[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      facts.push(...page.nodes);
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    return facts;
  }

  async function byUscc(usccs: readonly string[]): Promise<readonly unknown[]> {
    const { data, errors } = await city.ask(ENTERPRISES, { usccs });
    expect(errors).toBeUndefined();
    return data?.['enterprisesByUscc'] as readonly unknown[];
  }
});

/** A capital without a number, such as `万人民币`. */
function isUnread(row: Row): boolean {
  return row['capital_amount_wan'] === '' && cell(row['capital_raw']) !== null;
}

/** What the graph must answer for a row of the Fuzhou file; the derived capital is the oracle of the printed one. */
function expected(row: Row, index: number): Record<string, unknown> {
  const wan = row['capital_amount_wan'] ?? '';
  const currency = row['capital_currency'] ?? '';
  const flags = [
    ...(wan !== '' && currency === '' ? ['CURRENCY_ASSUMED'] : []),
    ...['INCOMPLETE_SOURCE', ...(isUnread(row) ? ['VALUE_SET_ASIDE'] : [])],
  ];
  return {
    uscc: row['uscc'],
    name: cell(row['name']),
    establishedOn: row['established_on'],
    entityType: cell(row['entity_type']),
    businessScope: cell(row['business_scope']),
    province: row['province'],
    city: row['city'],
    domicile: cell(row['address']),
    registeredCapital: wan === '' ? null : (Number(wan) * 10_000).toFixed(2),
    capitalCurrency: wan === '' ? null : currency || 'CNY',
    status: null,
    record: {
      qualityFlags: flags,
      provenance: {
        source: 'enterprises_fuzhou',
        row: expect.any(Number) as number,
        batch: expect.any(String) as string,
      },
    },
    ...(index < 0 ? { uscc: 'no such row' } : {}),
  };
}

interface ListedFact {
  /** Null where the code is valid but the registry does not know it. */
  readonly subject: { readonly uscc: string; readonly name: string } | null;
  readonly record: {
    readonly subjectName: string;
    readonly provenance: { readonly linkedBy: string | null; readonly row: number };
  };
}

function countBases(facts: readonly ListedFact[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { record } of facts) {
    const basis = record.provenance.linkedBy ?? 'UNLINKED';
    counts[basis] = (counts[basis] ?? 0) + 1;
  }
  return counts;
}

/** All that may be an organisation code in what was printed (GB 11714: nine characters). */
function orgCodesIn(printed: string): readonly string[] {
  const characters = printed.replace(/[^0-9A-Z]/g, '');
  return Array.from(characters, (_, at) => characters.slice(at, at + 9)).filter(({ length }) => length === 9);
}

function expectAllIn(report: ImportReport, source: string, rows: number): void {
  expect(report).toMatchObject({ source, read: rows, accepted: rows, unchanged: 0, flagged: rows });
  expect(report).toMatchObject({ quarantined: 0, reasons: {}, visible: { now: rows, expired: 0, withheld: 0 } });
  expect(report.linked.USCC).toBe(rows);
}

/** Every enterprise that the compilers of the file matched, and that is in the registry, is the one that we linked. */
function expectAnswers(list: string, facts: readonly ListedFact[]): void {
  const registered = new Set(REGISTRATIONS.flatMap((file) => rowsOf(`${file}.csv.gz`).map((row) => row['uscc'])));
  const answers = rowsOf('credit_facts.csv.gz').filter((row) => row['list_id'] === list && row['matched_uscc'] !== '');
  const named = new Map(answers.map((row) => [row['subject_name_raw'], row]));
  const compared = facts.flatMap(({ subject, record }) => {
    const answer = named.get(record.subjectName);
    return answer === undefined || subject === null ? [] : [{ ours: subject, theirs: answer }];
  });
  expect(compared.length).toBeGreaterThan(20);
  for (const { ours, theirs } of compared) {
    // A code can be valid and yet of an enterprise that no file of registrations holds.
    const name = registered.has(ours.uscc) ? theirs['matched_name'] : null;
    expect(ours).toEqual({ uscc: theirs['matched_uscc'], name });
  }
}
