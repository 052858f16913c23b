import { annulFact, correctFact } from '../../../src/data/changeFact.ts';
import { confirmLink, rejectLink } from '../../../src/data/decideLink.ts';
import { linkCandidateId, linkCandidatesOf } from '../../../src/data/linkCandidates.ts';
import { listLinkCandidates, type LinkCandidateSelection } from '../../../src/data/listLinkCandidates.ts';
import { LoaderCache } from '../../../src/data/LoaderCache.ts';
import { ANONYMOUS, type Caller } from '../../../src/identity/Caller.ts';
import { importTarget } from '../../../src/ingest/importTarget.ts';
import { linkFacts } from '../../../src/ingest/linkFacts.ts';
import type { SubjectDirectory } from '../../../src/ingest/SubjectDirectory.ts';
import { writeLinked } from '../../../src/ingest/writeLinked.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { ALONE } from '../../../src/subgraph/Services.ts';
import { NOW, staffOf } from '../../kit/department.ts';
import { draftOf, openToyDatabase, SUBJECT, toyFacts, type ToyDatabase } from './toyFacts.ts';

const OTHER = '91350100M000100Y43';
const ALL = [toyFacts];

let toy: ToyDatabase;
beforeAll(async () => {
  toy = await openToyDatabase();
});
beforeEach(async () => {
  await toy.clear();
  await linkCandidatesOf(toy.database).deleteMany({});
});
afterAll(() => toy.close());

/** Knows no code and no name, and finds two enterprises like any name. */
const directory: SubjectDirectory = {
  find: () => Promise.resolve([]),
  matcher: {
    match: (records) =>
      Promise.resolve(
        records.map(({ name }) =>
          name.includes('水产')
            ? [
                { uscc: SUBJECT, name: '福州海丰水产有限公司', score: 0.85, nameScore: 0.85 },
                { uscc: OTHER, name: '福州海风水产有限公司', score: 0.8, nameScore: 0.8 },
              ]
            : [],
        ),
      ),
  },
};

const FILE = { batch: 'a', file: 'a.csv', profile: undefined, header: [], layout: { columns: [] } };

/** Imports a file with two facts of one name and one of another; gives back how many wait for a person. */
async function importAll(batch = 'a'): Promise<{ outcomes: readonly string[]; proposed: number }> {
  const target = importTarget(
    { database: toy.database, collection: toyFacts, directory, operator: 'li@toy', now: NOW },
    { ...FILE, batch, layout: { columns: [], ignored: [], belongs: () => true, flagsOf: () => [], constants: {} } },
  );
  const names = ['福州海丰水产有眼公司', '福州海丰水产有眼公司', '某某贸易公司'];
  const drafts = names.map((subjectName, at) => draftOf({ number: String(at), subjectUscc: '', subjectName }, at + 2));
  const { written, proposed } = await writeLinked(drafts, target);
  return { outcomes: written.map(({ outcome }) => outcome), proposed };
}

function contextOf(caller: Caller = staffOf('toy')): SubgraphContext {
  return {
    ...ALONE,
    ...{ caller, requestId: 'test', now: NOW, locale: 'en', department: 'toy', title: '某局' },
    database: toy.database,
    loaders: new LoaderCache(),
  };
}

async function list(selection: LinkCandidateSelection = {}, caller?: Caller, first = 100) {
  const page = await listLinkCandidates(ALL, selection, { first }, contextOf(caller));
  return { rows: page.nodes, total: await page.totalCount(), next: page.pageInfo };
}

async function factOf(number: number) {
  const { facts, revisions, outbox } = await toy.stored();
  const fact = facts.find((one) => one.number === String(number));
  if (fact === undefined) throw new Error(`There is no fact ${number}.`);
  return { fact, revisions, outbox, candidate: (uscc: string) => linkCandidateId('notices', fact._id, uscc) };
}

describe('proposed links', () => {
  it('are listed best first, with what was printed and what is registered, page by page', async () => {
    expect(await importAll()).toEqual({ outcomes: ['CREATED', 'CREATED', 'CREATED'], proposed: 2 });
    const { rows, total } = await list();
    expect(total).toBe(4);
    expect(rows.map(({ score }) => score)).toEqual([0.85, 0.85, 0.8, 0.8]);
    expect(rows[0]).toMatchObject({
      ...{ factType: 'Notice', uscc: SUBJECT, name: '福州海丰水产有限公司', state: 'OPEN', proposedOn: NOW },
      subjectName: '福州海丰水产有眼公司',
    });
    const ids: string[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page = await listLinkCandidates(ALL, {}, { first: 1, after }, contextOf());
      ids.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    }
    expect(ids).toEqual(rows.map(({ id }) => id));
  });

  it('are narrowed to a fact or a type, and shown where the fact is shown', async () => {
    await importAll();
    const { fact } = await factOf(0);
    expect((await list({ fact: fact._id })).total).toBe(2);
    expect((await list({ factType: 'Notice' })).total).toBe(4);
    expect((await list({ factType: 'Other' })).total).toBe(0);
    expect((await list({}, ANONYMOUS)).rows).toEqual([]);
    expect((await list({}, staffOf('tax'), 1)).total).toBe(4);
  });

  it('stay as they are when the file or linking comes again', async () => {
    await importAll();
    const before = await list();
    expect(await importAll()).toEqual({ outcomes: ['UNCHANGED', 'UNCHANGED', 'UNCHANGED'], proposed: 2 });
    const report = await linkFacts(toy.database, toyFacts, { directory, operator: 'li@toy', now: NOW });
    expect(report).toMatchObject({ read: 3, linked: {}, unlinked: 3, proposed: 2 });
    expect(await list()).toEqual(before);
  });

  it('are settled once the fact is linked otherwise or annulled', async () => {
    await importAll();
    const [one, other] = [await factOf(0), await factOf(1)];
    await correctFact(toyFacts, one.fact._id, { subjectUscc: OTHER }, { note: '补正' }, contextOf());
    await annulFact(toyFacts, other.fact._id, { note: '误录' }, contextOf());
    expect((await list()).total).toBe(0);
    const settled = await linkCandidatesOf(toy.database).find({ state: 'SETTLED' }).toArray();
    expect(settled).toHaveLength(4);
  });
});

describe('confirming a link', () => {
  it('links the fact by the one write function, says by whom, and settles the other proposals', async () => {
    await importAll();
    const { candidate, fact: before } = await factOf(0);
    const decision = await confirmLink(ALL, { id: candidate(SUBJECT), note: '已核对' }, contextOf());
    expect(decision).toMatchObject({
      ...{ revision: 2, changed: true },
      candidate: { state: 'CONFIRMED', decidedBy: 'tester@toy', decidedOn: NOW, note: '已核对' },
    });
    const { fact, revisions, outbox } = await factOf(0);
    expect(fact).toMatchObject({
      ...{ _id: before._id, subjectUscc: SUBJECT },
      record: {
        ...{ revision: 2, revisionReason: 'LINKED', revisionNote: '已核对', subjectName: '福州海丰水产有眼公司' },
        provenance: { linkedBy: 'CONFIRMED', linkScore: 0.85, operator: 'tester@toy', source: 'a.csv', batch: 'a' },
      },
    });
    expect(fact.record.qualityFlags).toBeUndefined();
    expect(revisions.map(({ _id }) => _id)).toEqual([`${fact._id}@1`]);
    expect(outbox.find(({ _id }) => _id === `${fact._id}@2`)).toMatchObject({ reason: 'LINKED', subjectUscc: SUBJECT });
    expect((await list({ fact: fact._id })).rows).toEqual([]);
    expect((await list({ fact: fact._id, state: 'SETTLED' })).rows).toHaveLength(1);
  });

  it('twice is once, and the file that comes again does not undo it', async () => {
    await importAll();
    const { candidate } = await factOf(0);
    await confirmLink(ALL, { id: candidate(SUBJECT) }, contextOf());
    const before = await toy.stored();
    const again = await confirmLink(ALL, { id: candidate(SUBJECT) }, contextOf());
    expect(again).toMatchObject({ revision: 2, changed: false });
    expect(await importAll()).toEqual({ outcomes: ['UNCHANGED', 'UNCHANGED', 'UNCHANGED'], proposed: 1 });
    expect(await importAll('b')).toEqual({ outcomes: ['UNCHANGED', 'UNCHANGED', 'UNCHANGED'], proposed: 1 });
    expect(await toy.stored()).toEqual(before);
  });

  it('is refused for what is not proposed, was rejected, or whose fact is linked or annulled, and changes nothing then', async () => {
    await importAll();
    const one = await factOf(0);
    const other = await factOf(1);
    const id = one.candidate(OTHER);
    await expect(confirmLink(ALL, { id: 'nothing' }, contextOf())).rejects.toMatchObject({
      extensions: { code: 'LINK_UNKNOWN' },
    });
    await expect(confirmLink([], { id }, contextOf())).rejects.toMatchObject({ extensions: { code: 'LINK_UNKNOWN' } });
    await rejectLink(ALL, { id: one.candidate(SUBJECT) }, contextOf());
    await confirmLink(ALL, { id }, contextOf());
    await annulFact(toyFacts, other.fact._id, { note: '误录' }, contextOf());
    const before = await toy.stored();
    const candidates = await linkCandidatesOf(toy.database).find().sort({ _id: 1 }).toArray();
    await expect(confirmLink(ALL, { id: one.candidate(SUBJECT) }, contextOf())).rejects.toMatchObject({
      extensions: { code: 'LINK_DECIDED', details: { state: 'REJECTED' } },
    });
    await expect(confirmLink(ALL, { id: other.candidate(SUBJECT) }, contextOf())).rejects.toMatchObject({
      extensions: { code: 'FACT_ANNULLED' },
    });
    expect(await toy.stored()).toEqual(before);
    expect(await linkCandidatesOf(toy.database).find().sort({ _id: 1 }).toArray()).toEqual(candidates);
  });

  it('of two enterprises at the same moment links one, and says so to the other', async () => {
    await importAll();
    const { candidate, fact } = await factOf(0);
    const outcomes = await Promise.allSettled(
      [SUBJECT, OTHER].map((uscc) => confirmLink(ALL, { id: candidate(uscc) }, contextOf())),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { fact: linked } = await factOf(0);
    const states = await linkCandidatesOf(toy.database).find({ fact: fact._id, state: 'CONFIRMED' }).toArray();
    expect(states.map(({ uscc }) => uscc)).toEqual([linked.subjectUscc]);
  });
});

describe('rejecting a link', () => {
  it('leaves the fact as it is, and the pair is never proposed again', async () => {
    await importAll();
    const { candidate, fact } = await factOf(0);
    const before = await toy.stored();
    const id = candidate(SUBJECT);
    expect(await rejectLink(ALL, { id }, contextOf())).toMatchObject({ changed: true, revision: null });
    expect(await rejectLink(ALL, { id }, contextOf())).toMatchObject({
      changed: false,
      candidate: { state: 'REJECTED' },
    });
    expect(await toy.stored()).toEqual(before);
    await importAll();
    await linkFacts(toy.database, toyFacts, { directory, operator: 'li@toy', now: NOW });
    expect((await list({ fact: fact._id })).rows.map(({ uscc }) => uscc)).toEqual([OTHER]);
    expect((await list({ fact: fact._id, state: 'REJECTED' })).rows).toMatchObject([{ decidedBy: 'tester@toy' }]);
  });

  it('is refused once the fact was linked by the same proposal', async () => {
    await importAll();
    const { candidate } = await factOf(0);
    await confirmLink(ALL, { id: candidate(SUBJECT) }, contextOf());
    await expect(rejectLink(ALL, { id: candidate(SUBJECT) }, contextOf())).rejects.toMatchObject({
      extensions: { code: 'LINK_DECIDED', details: { state: 'CONFIRMED' } },
    });
  });
});
