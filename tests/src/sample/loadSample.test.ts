import { collectionId } from '../../../src/data/FactCollection.ts';
import { batchesOf } from '../../../src/ingest/batches.ts';
import { quarantineOf } from '../../../src/ingest/quarantine.ts';
import { loadSample, type SampleReport } from '../../../src/sample/loadSample.ts';
import { SAMPLE_AGENCIES } from '../../../src/sample/sampleAgencies.ts';
import { SAMPLE_OPERATOR, SAMPLE_SOURCE } from '../../../src/sample/sampleMark.ts';
import { NOW } from '../../kit/department.ts';
import { openCity, type OpenCity } from '../../kit/openCity.ts';

const AS_OF = '2026-06-15';
const SETTING = { enterprises: 2_000, seed: 3501, asOf: AS_OF, now: NOW };
const [AGENCY] = SAMPLE_AGENCIES;

interface Given {
  readonly subject: string;
  readonly querier: { readonly organisation?: string };
  readonly usage: string;
  readonly revokedAt?: Date;
}

/** Days that lie ahead by their nature: of validity, of publicity, of terms. */
const AHEAD =
  /^(?:validTo|validUntil|businessTermTo|suspendedUntil|gracePeriodUntil|publicationDueOn|publicationCapOn|dueOn|acceptDueOn|extendedUntil|nextDueOn|capOn|until|minimumUntil|expiresOn|from)$/;

describe('the sample city in the databases', () => {
  let city: OpenCity;
  let report: SampleReport;
  let processorSeconds = 0;
  const shares: number[] = [];

  beforeAll(async () => {
    city = await openCity();
    const before = process.cpuUsage();
    report = await loadSample({
      ...SETTING,
      subgraphs: city.subgraphs,
      onProgress: ({ share }) => void shares.push(share),
    });
    const facts = Object.values(report.facts).reduce((sum, count) => sum + count, 0);
    const { user, system } = process.cpuUsage(before);
    processorSeconds = (user + system) / 1_000_000;
    process.stdout.write(
      `sample city: ${facts} facts of 2000 enterprises in ${report.seconds} s (${processorSeconds.toFixed(1)} s of processors)\n`,
    );
  }, 120_000);

  afterAll(() => city.close());

  it('is accepted row by row: nothing is quarantined', async () => {
    expect(report.quarantined).toBe(0);
    const refused = await Promise.all(city.subgraphs.map(({ database }) => quarantineOf(database).countDocuments()));
    expect(refused.every((count) => count === 0)).toBe(true);
  });

  it('has facts in every collection of every department, as many as the report says', async () => {
    const names = city.collections.map(({ collection }) => collectionId(collection));
    expect(Object.keys(report.facts).toSorted()).toEqual(names.toSorted());
    for (const name of names) {
      const stored = await city.facts(name);
      expect([name, stored.length]).toEqual([name, report.facts[name]]);
      expect(stored.length).toBeGreaterThan(0);
    }
    expect(report.facts['registry.enterprises']).toBe(2_000);
  });

  // Time of this process's own processors: what the clock shows depends on what else the machine does.
  it('is made, judged and sent in far less than the half minute that a first start may take', () => {
    expect(processorSeconds).toBeLessThan(20);
  });

  it('tells its progress from the first batch to the last', () => {
    expect(shares.length).toBeGreaterThanOrEqual(city.collections.length);
    expect(shares).toEqual(shares.toSorted((left, right) => left - right));
    expect(shares.at(-1)).toBe(1);
  });

  it('says nothing that lies behind its day', async () => {
    const late: Record<string, readonly string[]> = {};
    for (const { collection } of city.collections) {
      const names = (await city.facts(collectionId(collection))).flatMap((fact) => daysBehind(fact, AS_OF));
      if (names.length > 0) late[collection.name] = [...new Set(names)];
    }
    expect(late).toEqual({});
  });

  it('is linked by code; the few facts about people are linked to nobody', async () => {
    for (const { collection } of city.collections.filter(({ collection: { kind } }) => kind === 'FACT')) {
      const facts = await city.facts(collectionId(collection));
      const people = facts.filter(({ record }) => record.subjectCategory === 'NATURAL_PERSON');
      expect(facts.filter(({ subjectUscc }) => subjectUscc === undefined)).toHaveLength(people.length);
      expect(people.filter(({ record }) => record.usageScope !== 'AUTHORISED_QUERY')).toEqual([]);
    }
    const defaulters = await city.facts('judiciary.judgmentDefaulters');
    expect(defaulters.some(({ record }) => record.subjectCategory === 'NATURAL_PERSON')).toBe(true);
  });

  it('bears its mark in every provenance, and a batch for each collection', async () => {
    for (const { database, collection } of city.collections) {
      const name = collectionId(collection);
      const batch = await batchesOf(database).findOne({ collection: name });
      expect(batch).toMatchObject({ source: SAMPLE_SOURCE, runs: [{ operator: SAMPLE_OPERATOR }] });
      const marks = (await city.facts(name)).map(({ record: { provenance } }) => provenance);
      const others = marks.filter((mark) => mark.source !== SAMPLE_SOURCE || mark.batch !== batch?._id);
      expect(others).toEqual([]);
    }
  });

  it('has penalties of every severity, public and expired, and permits of every state', async () => {
    const penalties = await city.facts('disclosure.penalties');
    const ends = penalties.map(({ record }) => record.publicity?.until).filter((until) => until !== undefined);
    expect(new Set(penalties.map(({ record }) => record.severity))).toEqual(new Set(['MINOR', 'GENERAL', 'SERIOUS']));
    expect(ends.some((until) => until < AS_OF) && ends.some((until) => until > AS_OF)).toBe(true);
    const permits = (await city.facts('disclosure.permits')) as { state?: string }[];
    expect(new Set(permits.map(({ state }) => state))).toEqual(new Set(['VALID', 'INVALID', 'REVOKED', 'DISPUTED']));
  });

  it('has credit agencies in the register, which are enterprises of it, with authorisations of others', async () => {
    const { db } = city.department('finance').database;
    const agencies = await db.collection<{ _id: string; name: string }>('creditAgencies').find().toArray();
    const registered = (await city.facts('registry.enterprises')) as { _id: string; name?: string }[];
    const names = new Map(registered.map(({ _id, name }) => [_id, name]));
    expect(agencies.map(({ _id, name }) => [name, names.get(_id)])).toEqual(
      SAMPLE_AGENCIES.map(({ name }) => [name, name]),
    );
    const given = await db.collection<Given>('authorisations').find().toArray();
    const usable = given.filter(({ querier, revokedAt }) => querier.organisation === AGENCY.uscc && !revokedAt);
    expect(new Set(usable.map(({ usage }) => usage))).toEqual(new Set(['ONCE', 'MANY']));
    const closed = (await city.facts('credit.commitments')).filter(
      ({ record }) => record.usageScope === 'AUTHORISED_QUERY',
    );
    const subjects = new Set(closed.map(({ subjectUscc }) => subjectUscc));
    expect(given.filter(({ subject }) => !subjects.has(subject))).toEqual([]);
  });

  it('is complete by loading it again, which changes nothing', async () => {
    const before = await city.facts('registry.changes');
    const again = await loadSample({ ...SETTING, subgraphs: city.subgraphs });
    expect(again.facts).toEqual(report.facts);
    expect(await city.facts('registry.changes')).toEqual(before);
  }, 120_000);

  it('is replaced by a sample of another setting', async () => {
    const small = await loadSample({ ...SETTING, enterprises: 1, seed: 7, subgraphs: city.subgraphs });
    expect(Object.values(small.facts).every((count) => count > 0)).toBe(true);
    for (const [name, count] of Object.entries(small.facts)) {
      expect([name, (await city.facts(name)).length]).toEqual([name, count]);
    }
  }, 120_000);
});

/** Names of the fields that hold a day behind another one, at any depth. */
function daysBehind(value: unknown, day: string): string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => daysBehind(entry, day));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (typeof inner !== 'string') return daysBehind(inner, day);
    return /^\d{4}-\d{2}-\d{2}$/.test(inner) && inner > day && !AHEAD.test(name) ? [name] : [];
  });
}
