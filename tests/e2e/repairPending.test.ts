import { MongoClient } from 'mongodb';
import {
  DECIDE,
  openRemedyCity,
  RESULT,
  type RemedyCity,
  type RepairableFact,
  type RepairReply,
} from '../kit/openRemedyCity.ts';

let remedy: RemedyCity;
let client: MongoClient;
beforeAll(async () => {
  remedy = await openRemedyCity();
  client = await MongoClient.connect(remedy.city.database.uri);
}, 120_000);
afterAll(async () => {
  await client.close();
  await remedy.city.stop();
});

/**
 * Has the owner's database refuse every write of a fact in a state, by a rule of the real server; and take it again.
 *
 * @param state - null takes everything again
 */
async function ownerRefuses(state: 'HIDDEN' | 'ACTIVE' | null): Promise<void> {
  const validator = state === null ? {} : { 'record.state': { $ne: state } };
  const owner = client.db(`${remedy.city.database.prefix}disclosure`);
  await owner.command({ collMod: 'penalties', validator });
}

const isShown = async ({ id }: RepairableFact): Promise<boolean> =>
  (await remedy.one(`query ($id: ID!) { penalty(id: $id) { id } }`, { id })) !== null;

const statusOf = async (id: string): Promise<string> =>
  (await remedy.one<{ status: string }>(`query ($id: ID!) { repair(id: $id) { status } }`, { id }, 'remedy')).status;

describe('a repair whose fact lies with an owner that does not take the write', () => {
  it('is granted and pending, loses nothing, and takes effect when the owner takes it', async () => {
    const fact = await remedy.penalty('榕环罚〔2026〕11号');
    const id = await remedy.forwarded(fact);

    await ownerRefuses('HIDDEN');
    const decided = await remedy.one<RepairReply>(DECIDE, { id, decision: 'APPROVED' }, 'disclosure');
    expect(decided).toEqual({ repair: { id, status: 'PENDING_EFFECT', syncedOn: null }, errors: [] });
    expect(await isShown(fact)).toBe(true);
    await remedy.city.settled();
    expect(await statusOf(id)).toBe('PENDING_EFFECT');

    await ownerRefuses(null);
    await remedy.city.settled();
    expect(await statusOf(id)).toBe('APPROVED');
    expect(await isShown(fact)).toBe(false);

    await ownerRefuses('ACTIVE');
    const undo = `mutation ($id: ID!) { repairUndo(id: $id, reason: "凭证系伪造") ${RESULT} }`;
    expect(await remedy.one(undo, { id }, 'disclosure')).toMatchObject({ repair: { status: 'PENDING_UNDO' } });
    expect(await isShown(fact)).toBe(false);
    await ownerRefuses(null);
    await remedy.city.settled();
    expect(await statusOf(id)).toBe('UNDONE');
    expect(await isShown(fact)).toBe(true);
  }, 120_000);

  it('ends without effect where the owner annulled the fact meanwhile', async () => {
    const fact = await remedy.penalty('榕环罚〔2026〕12号');
    const id = await remedy.forwarded(fact);
    await ownerRefuses('HIDDEN');
    await remedy.one(DECIDE, { id, decision: 'APPROVED' }, 'disclosure');
    const annul = `mutation ($id: ID!) { penaltyAnnul(id: $id, note: "决定已撤销") { changed } }`;
    expect(await remedy.one(annul, { id: fact.id }, 'disclosure')).toEqual({ changed: true });
    await ownerRefuses(null);
    await remedy.city.settled();
    expect(await statusOf(id)).toBe('CLOSED');
    expect(await isShown(fact)).toBe(false);
  }, 120_000);
});

describe('an application that nobody goes on with', () => {
  it('is on the list of its owner when its deadline has passed, the last day being in time', async () => {
    let now = new Date('2026-06-15T04:00:00Z');
    const late = await openRemedyCity(() => now);
    try {
      const fact = await late.penalty('榕环罚〔2026〕13号');
      const id = await late.forwarded(fact);
      const overdue = `{ overdueRemedies(department: "disclosure") { repair { id } dueOn workingDaysLate } }`;
      // 19 June 2026 is a holiday: ten working days after the fifteenth end on the thirtieth.
      now = new Date('2026-06-30T04:00:00Z');
      expect(await late.one(overdue, {}, 'disclosure')).toEqual([]);
      now = new Date('2026-07-02T04:00:00Z');
      const row = { repair: { id }, dueOn: '2026-06-30', workingDaysLate: 2 };
      for (const holder of ['disclosure', 'remedy']) expect(await late.one(overdue, {}, holder)).toEqual([row]);
      expect(await late.one(`{ overdueRemedies(department: "registry") { dueOn } }`, {}, 'disclosure')).toEqual([]);
      expect(await late.codes(overdue, {}, { enterprise: '91350100M000100Y43' })).toEqual([
        'GRAPHQL_VALIDATION_FAILED',
      ]);
    } finally {
      await late.city.stop();
    }
  }, 120_000);
});
