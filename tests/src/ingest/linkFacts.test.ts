import { annulFact, correctFact } from '../../../src/data/changeFact.ts';
import { judgeFact } from '../../../src/data/judgeFact.ts';
import { LoaderCache } from '../../../src/data/LoaderCache.ts';
import { ALONE } from '../../../src/subgraph/Services.ts';
import { writeFacts } from '../../../src/data/writeFacts.ts';
import { linkFacts, type LinkReport } from '../../../src/ingest/linkFacts.ts';
import { linkSubjects } from '../../../src/ingest/linkSubjects.ts';
import type { SubjectDirectory } from '../../../src/ingest/SubjectDirectory.ts';
import { NOW, staffOf } from '../../kit/department.ts';
import { openToyDatabase, SUBJECT, toyFacts, type ToyDatabase } from '../data/toyFacts.ts';

let toy: ToyDatabase;
beforeAll(async () => {
  toy = await openToyDatabase();
});
beforeEach(() => toy.clear());
afterAll(() => toy.close());

const LATER = new Date('2026-06-20T04:00:00Z');
const FILE = { source: 'a.csv', batch: 'a', operator: 'li@toy', receivedAt: NOW };
const ROWS = [
  { number: '1', subjectName: '甲公司' },
  { number: '2', subjectName: '某某', orgCode: '705362917' },
  { number: '3', subjectName: '某某', subjectUscc: '91350100705362917X' },
  { number: '4', subjectName: '乙公司' },
  { number: '5', subjectName: '甲公司', subjectCategory: 'NATURAL_PERSON' },
];

/** The registry before the enterprise was registered, and after. */
const EMPTY: SubjectDirectory = { find: () => Promise.resolve([]) };
const FULL: SubjectDirectory = {
  find: (orgCodes, names) =>
    Promise.resolve([
      ...orgCodes.filter((code) => code === '705362917').map((orgCode) => ({ orgCode, name: null, uscc: SUBJECT })),
      ...names.filter((name) => name === '甲公司').map((name) => ({ orgCode: null, name, uscc: SUBJECT })),
    ]),
};

/** Imports the rows of the file, as often as a test likes. */
async function importAll(directory: SubjectDirectory, origin = FILE): Promise<readonly string[]> {
  const drafts = ROWS.map((row, at) => {
    const setting = { today: '2026-06-15', neverHas: new Set<string>(), provider: {}, flags: [] };
    const verdict = judgeFact(toyFacts, { noticedOn: '2026-06-01', ...row }, setting, at + 2);
    if ('faults' in verdict) throw new Error(JSON.stringify(verdict.faults));
    return verdict.draft;
  });
  const linked = await linkSubjects(drafts, directory);
  const setting = { origin, reason: 'CORRECTED', neverHas: new Set<string>() } as const;
  return (await writeFacts(toy.database, toyFacts, linked, setting)).map(({ outcome }) => outcome);
}

function link(directory = FULL, batchSize = 2): Promise<LinkReport> {
  return linkFacts(toy.database, toyFacts, { directory, operator: 'wang@toy', now: LATER, batchSize });
}

async function factsByNumber() {
  const { facts } = await toy.stored();
  return facts.toSorted((one, other) => Number(one.number) - Number(other.number));
}

const contextAt = (now: Date) => ({
  caller: staffOf('toy'),
  requestId: 'test',
  now,
  locale: 'en' as const,
  department: 'toy',
  title: '某局',
  database: toy.database,
  loaders: new LoaderCache(),
  ...ALONE,
});

describe('linking what came in unlinked', () => {
  it.each([1, 2, 1000])('finds enterprises by all that the source printed, in batches of %i', async (size) => {
    await importAll(EMPTY);
    expect(await link(FULL, size)).toEqual({
      collection: 'toy.notices',
      read: 4,
      linked: { NAME: 1, ORG_CODE: 1, USCC_MIDDLE: 1 },
      unlinked: 1,
      proposed: 0,
    });
    const facts = await factsByNumber();
    expect(
      facts.map(({ subjectUscc, record }) => [subjectUscc, record.provenance.linkedBy, record.qualityFlags]),
    ).toEqual([
      [SUBJECT, 'NAME', undefined],
      [SUBJECT, 'ORG_CODE', undefined],
      [SUBJECT, 'USCC_MIDDLE', ['USCC_WRONG']],
      [undefined, undefined, ['SUBJECT_UNLINKED']],
      [undefined, undefined, undefined],
    ]);
  });

  it('writes a revision that says so and by whom, and leaves content and origin as they were', async () => {
    await importAll(EMPTY);
    const before = await factsByNumber();
    await link();
    const after = await factsByNumber();
    const { linkedBy, ...provenance } = after[0]?.record.provenance ?? {};
    expect([linkedBy, provenance]).toEqual([
      'NAME',
      { ...before[0]?.record.provenance, operator: 'wang@toy', receivedAt: LATER },
    ]);
    expect(after[0]).toMatchObject({
      _id: before[0]?._id,
      number: '1',
      record: { revision: 2, revisionReason: 'LINKED' },
    });
    const { revisions, outbox } = await toy.stored();
    expect(revisions).toHaveLength(3);
    expect(outbox.filter(({ reason }) => reason === 'LINKED').map(({ subjectUscc }) => subjectUscc)).toEqual([
      SUBJECT,
      SUBJECT,
      SUBJECT,
    ]);
  });

  it('again changes nothing, and neither does the file once the registry knows', async () => {
    await importAll(EMPTY);
    await link();
    const before = await toy.stored();
    expect(await link()).toEqual({ collection: 'toy.notices', read: 1, linked: {}, unlinked: 1, proposed: 0 });
    expect(await importAll(FULL)).toEqual(ROWS.map(() => 'UNCHANGED'));
    expect(await toy.stored()).toEqual(before);
  });

  it('leaves annulled facts alone', async () => {
    await importAll(EMPTY);
    const [first] = await factsByNumber();
    await annulFact(toyFacts, first?._id ?? '', { note: '撤销' }, contextAt(NOW));
    expect(await link()).toMatchObject({ read: 3, linked: { ORG_CODE: 1, USCC_MIDDLE: 1 } });
    expect((await factsByNumber())[0]).toMatchObject({ record: { state: 'DELETED', revision: 2 } });
  });

  it('never undoes what somebody corrects at the same moment', async () => {
    await importAll(EMPTY);
    const [first] = await factsByNumber();
    let isCorrected = false;
    const slow: SubjectDirectory = {
      async find(orgCodes, names) {
        const links = await FULL.find(orgCodes, names);
        if (!isCorrected) {
          isCorrected = true;
          await correctFact(toyFacts, first?._id ?? '', { content: '改正' }, { note: '补充' }, contextAt(LATER));
        }
        return links;
      },
    };
    expect(await link(slow, 1000)).toMatchObject({ read: 4, unlinked: 1 });
    expect((await factsByNumber())[0]).toMatchObject({
      content: '改正',
      subjectUscc: SUBJECT,
      record: { revision: 3 },
    });
  });

  it('writes nothing where the registry does not answer', async () => {
    await importAll(EMPTY);
    const before = await toy.stored();
    await expect(link({ find: () => Promise.reject(new Error('no answer')) })).rejects.toThrow('no answer');
    expect(await toy.stored()).toEqual(before);
  });
});

describe('a revision by which only the enterprise was found', () => {
  it('is LINKED where the same file or another brings it', async () => {
    await importAll(EMPTY);
    await importAll(FULL, { ...FILE, source: 'b.csv', batch: 'b' });
    const reasons = (await factsByNumber()).map(({ record }) => record.revisionReason);
    expect(reasons).toEqual(['LINKED', 'LINKED', 'LINKED', 'CREATED', 'CREATED']);
  });

  it('is LINKED where a person gives the code and nothing else, and CORRECTED otherwise', async () => {
    await importAll(EMPTY);
    const [one, , , four] = await factsByNumber();
    await correctFact(toyFacts, one?._id ?? '', { subjectUscc: SUBJECT }, { note: '查明' }, contextAt(LATER));
    await correctFact(
      toyFacts,
      four?._id ?? '',
      { subjectUscc: SUBJECT, content: '改' },
      { note: '查明' },
      contextAt(LATER),
    );
    const facts = await factsByNumber();
    expect(facts.map(({ record }) => record.revisionReason).filter((reason) => reason !== 'CREATED')).toEqual([
      'LINKED',
      'CORRECTED',
    ]);
    expect(await importAll(EMPTY)).toEqual(ROWS.map(() => 'UNCHANGED'));
  });
});
