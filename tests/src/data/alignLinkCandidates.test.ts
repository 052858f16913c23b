import { confirmLink } from '../../../src/data/decideLink.ts';
import { endPublicity, restorePublicity } from '../../../src/data/endPublicity.ts';
import { linkCandidatesOf } from '../../../src/data/linkCandidates.ts';
import { listLinkCandidates } from '../../../src/data/listLinkCandidates.ts';
import { writeFacts } from '../../../src/data/writeFacts.ts';
import { proposeLinks } from '../../../src/ingest/proposeLinks.ts';
import { watchPublicity } from '../../../src/ledger/follow/watchPublicity.ts';
import { NOW, staffOf } from '../../kit/department.ts';
import { asRemedy, codeOf } from './toyEffects.ts';
import { draftOf, openToyDatabase, SUBJECT, toyFacts, type ToyDatabase } from './toyFacts.ts';

const noon = (day: string): Date => new Date(`${day}T04:00:00Z`);

let toy: ToyDatabase;
beforeAll(async () => {
  toy = await openToyDatabase();
});
beforeEach(async () => {
  await toy.clear();
  await linkCandidatesOf(toy.database).deleteMany({});
  await toy.database.db.collection('positions').deleteMany({});
});
afterAll(() => toy.close());

/** A fact that waits for its enterprise, with one proposal. */
async function unlinked(until: string): Promise<string> {
  const draft = {
    ...draftOf({ number: '1', subjectUscc: '', subjectName: '福州海丰水产有眼公司' }),
    publicity: { from: '2026-06-01', until },
    flags: ['SUBJECT_UNLINKED'] as const,
  };
  const origin = { source: 'test', operator: 'li@toy', receivedAt: NOW };
  const [written] = await writeFacts(toy.database, toyFacts, [draft], {
    reason: 'CORRECTED',
    origin,
    neverHas: new Set(),
  });
  const fact = written?.document._id ?? '';
  const candidates = [{ uscc: SUBJECT, name: '福州海丰水产有限公司', score: 0.85, nameScore: 0.85 }];
  await proposeLinks(toy.database, toyFacts, [{ fact, draft, candidates }], NOW);
  return fact;
}

async function states(): Promise<readonly string[]> {
  return (await linkCandidatesOf(toy.database).find().toArray()).map(({ state }) => state);
}

const staff = () => ({ ...asRemedy(toy), caller: staffOf('toy') });

describe('what is proposed for a fact', () => {
  it('waits no more once the fact was repaired, can not be decided then, and waits again once the repair is undone', async () => {
    const fact = await unlinked('2029-06-01');
    expect(await states()).toEqual(['OPEN']);
    await endPublicity(toyFacts, fact, { reason: 'REPAIRED', decision: 'd1' }, asRemedy(toy));
    expect(await states()).toEqual(['SUSPENDED']);
    const [proposal] = await linkCandidatesOf(toy.database).find().toArray();
    expect(await codeOf(confirmLink([toyFacts], { id: proposal?._id ?? '' }, staff()))).toBe('LINK_DECIDED');
    expect((await toy.stored()).facts[0]?.subjectUscc).toBeUndefined();
    await restorePublicity(toyFacts, fact, 'd1', asRemedy(toy));
    expect(await states()).toEqual(['OPEN']);
    const { nodes } = await listLinkCandidates([toyFacts], {}, { first: 10 }, staff());
    expect(nodes.map(({ uscc }) => uscc)).toEqual([SUBJECT]);
  });

  it('waits no more on the day after the last public day', async () => {
    await unlinked('2026-06-20');
    await watchPublicity(toy.database, [toyFacts], noon('2026-06-15'));
    await watchPublicity(toy.database, [toyFacts], noon('2026-06-20'));
    expect(await states()).toEqual(['OPEN']);
    await watchPublicity(toy.database, [toyFacts], noon('2026-06-21'));
    expect(await states()).toEqual(['SUSPENDED']);
  });

  it('does not wait at all where the fact had expired before', async () => {
    await unlinked('2026-06-10');
    expect(await states()).toEqual(['SUSPENDED']);
  });
});
