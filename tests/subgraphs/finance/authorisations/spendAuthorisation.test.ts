import { authorisationsOf } from '../../../../subgraphs/finance/authorisations/AuthorisationDocument.ts';
import { authorisationMemory } from '../../../../subgraphs/finance/authorisations/authorisationMemory.ts';
import { KnownAuthorisations } from '../../../../subgraphs/finance/authorisations/KnownAuthorisations.ts';
import { spendAuthorisation } from '../../../../subgraphs/finance/authorisations/spendAuthorisation.ts';
import { department as definition } from '../../../../subgraphs/finance/department.ts';
import { openConnection } from '../../../../src/data/DepartmentDatabase.ts';
import type { Caller } from '../../../../src/identity/Caller.ts';
import { connectSubgraph } from '../../../../src/subgraph/connectSubgraph.ts';
import type { ConnectedSubgraph } from '../../../../src/subgraph/Subgraph.ts';
import { NOW, openDepartment, staffOf, type TestDepartment } from '../../../kit/department.ts';

const [GIVER, BANK] = ['91350100M000100Y43', '91350100310686155Q'] as const;
const FILE = 'mutation ($input: CreditAgencyInput!) { creditAgencyRegister(input: $input) { errors { code } } }';
const STRIKE =
  'mutation ($uscc: USCC!) { creditAgencyStrikeOff(uscc: $uscc, on: "2026-06-01", reason: "违规") { errors { code } } }';
const REVOKE = 'mutation ($number: ID!) { authorisationRevoke(number: $number) { authorisation { status } } }';
const USED = 'query ($number: ID!) { authorisation(number: $number) { used } }';
const SUBJECT: Caller = { audience: 'SUBJECT', subject: GIVER, operator: 'e', scopes: new Set() };
const AGENCY = { input: { uscc: BANK, name: '某银行', kind: 'FINANCIAL', filedOn: '2020-01-02' } };

describe('the use of authorisations by several processes', () => {
  let office: TestDepartment;
  /** The same office in another process. */
  let other: ConnectedSubgraph;
  let close: () => Promise<void>;
  let last = 0;
  beforeAll(async () => {
    office = await openDepartment(definition);
    const { databaseName, client } = office.subgraph.database.db;
    const connection = await openConnection(process.env['MONGODB_URI_FOR_TESTS'] ?? '');
    other = connectSubgraph(definition, connection, databaseName.slice(0, -definition.name.length));
    close = () => connection.close();
    expect(client).not.toBe(other.database.db.client);
  });
  beforeEach(() => office.ask(FILE, AGENCY, { caller: staffOf('finance') }));
  afterAll(async () => {
    await close();
    await office.close();
  });

  const give = async (usage: 'ONCE' | 'MANY'): Promise<string> => {
    const _id = `SQ-${(last += 1)}`;
    await authorisationsOf(office.subgraph.database).insertOne({
      ...{ _id, subject: GIVER, querier: { organisation: BANK }, purpose: 'CREDIT_GRANTING', usage, used: 0 },
      ...{ factTypes: ['Commitment'], from: '2026-06-01', until: '2026-07-15' },
      ...{ grantedAt: NOW, sortOn: '2026-06-01', grantedBy: 'someone' },
    });
    return _id;
  };
  const spend = async (number: string, at: ConnectedSubgraph = office.subgraph, now = NOW): Promise<unknown> => {
    const context = at.contextFor({ caller: SUBJECT, requestId: 'test', now, locale: 'en' });
    const asked = { number, purpose: 'CREDIT_GRANTING', organisation: BANK } as const;
    return (await spendAuthorisation(asked, context)).refusal;
  };
  const storedUses = async (number: string): Promise<unknown> => {
    const stored = await authorisationsOf(other.database).findOne({ _id: number });
    return [stored?.used, stored?.lastUsedAt];
  };
  /** The refusal that comes after a while, however slow the machine is. */
  const refusedAt = async (at: ConnectedSubgraph, number: string): Promise<unknown> => {
    for (;;) {
      const refusal = await spend(number, at);
      if (refusal !== null) return refusal;
    }
  };

  it('lets exactly one of many operations at two processes use one for a single operation', async () => {
    const number = await give('ONCE');
    const asked = Array.from({ length: 20 }, (_, at) => spend(number, at % 2 === 0 ? office.subgraph : other));
    const told = await Promise.all(asked);
    expect(told.filter((refusal) => refusal === null)).toHaveLength(1);
    expect(told.filter((refusal) => refusal === 'SPENT')).toHaveLength(19);
    expect(await storedUses(number)).toEqual([1, NOW]);
  });

  it('counts the uses of one for many together, of all processes, before anybody reads them and before it ends', async () => {
    const number = await give('MANY');
    const later = new Date(NOW.getTime() + 60_000);
    expect([await spend(number), await spend(number, other, later), await spend(number)]).toEqual([null, null, null]);
    // A process that is killed now loses these uses; the audit log has each of them.
    await other.database.end();
    expect(await storedUses(number)).toEqual([1, later]);
    const { data } = await office.ask(USED, { number }, { caller: SUBJECT });
    expect(data).toEqual({ authorisation: { used: 3 } });
    expect(await storedUses(number)).toEqual([3, later]);
  });

  it('counts them by itself after a while', async () => {
    const number = await give('MANY');
    await spend(number);
    while (((await storedUses(number)) as readonly unknown[])[0] !== 1) expect(await spend('SQ-0')).toBe('UNKNOWN');
  });

  it('refuses what was taken back at once where that was done, and soon everywhere', async () => {
    const number = await give('MANY');
    expect([await spend(number), await spend(number, other)]).toEqual([null, null]);
    await office.ask(REVOKE, { number }, { caller: SUBJECT });
    expect(await spend(number)).toBe('REVOKED');
    expect(await refusedAt(other, number)).toBe('REVOKED');
  });

  it('refuses an agency that was struck off at once where that was done, and soon everywhere', async () => {
    const number = await give('MANY');
    expect([await spend(number), await spend(number, other)]).toEqual([null, null]);
    await office.ask(STRIKE, { uscc: BANK }, { caller: staffOf('finance') });
    expect(await spend(number)).toBe('AGENCY_STRUCK_OFF');
    expect(await refusedAt(other, number)).toBe('AGENCY_STRUCK_OFF');
  });

  it('remembers nothing that was read while it was taken back', async () => {
    const number = await give('MANY');
    const { known } = authorisationMemory(office.subgraph.database);
    const [seen] = await Promise.all([
      known.authorisation(number),
      office.ask(REVOKE, { number }, { caller: SUBJECT }),
    ]);
    expect(seen?._id).toBe(number);
    expect((await known.authorisation(number))?.revokedAt).toEqual(NOW);
  });

  it('remembers nothing for long, though no version tells that it was taken back', async () => {
    const number = await give('MANY');
    const known = new KnownAuthorisations(office.subgraph.database, 50);
    expect((await known.authorisation(number))?.revokedAt).toBeUndefined();
    await authorisationsOf(other.database).updateOne({ _id: number }, { $set: { revokedAt: NOW } });
    while ((await known.authorisation(number))?.revokedAt === undefined);
  });

  it('sees the days of an authorisation at once, which nobody has to write', async () => {
    const number = await give('MANY');
    expect(await spend(number)).toBeNull();
    expect(await spend(number, office.subgraph, new Date('2026-07-16T04:00:00Z'))).toBe('EXPIRED');
    expect(await spend(number, office.subgraph, new Date('2026-05-31T04:00:00Z'))).toBe('PENDING');
  });
});
