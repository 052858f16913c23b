import { quarantineOf } from '../../../../src/ingest/quarantine.ts';
import { replayQuarantine } from '../../../../src/ingest/quarantine/replayQuarantine.ts';
import { temporaryFolder } from '../../../kit/temporaryFolder.ts';
import { openStore, PROFILES, settlingOf, type TestStore } from './openStore.ts';

const CODE = '91350100705362917E';
const HEADER = 'name,code_raw,why_not_valid,established_on,province,city';

/** The profiles before somebody noted that the file has no authority in any of its rows. */
const STRICT = PROFILES.map((profile) =>
  profile.name === 'registry_dirty_codes'
    ? { ...profile, neverHas: profile.neverHas.filter((field) => field !== 'registrationAuthority') }
    : profile,
);

describe('replayQuarantine', () => {
  const folder = temporaryFolder();
  let store: TestStore;
  const text = [HEADER, `甲公司,${CODE},,2005-07-18,福建,福州`, '乙公司,350100100012345,,2005-07-18,福建,福州'].join(
    '\n',
  );

  beforeEach(async () => {
    store = await openStore(folder);
    const report = await store.importText('enterprises', 'dirty.csv', text, { profiles: STRICT });
    expect(report).toMatchObject({ accepted: 0, quarantined: 2, reasons: { REQUIRED_MISSING: 2 } });
  });
  afterEach(() => store.close());

  it('brings in what a changed profile accepts, once, as a row of its file', async () => {
    const settling = settlingOf(store);
    expect(await replayQuarantine(store.of('enterprises', STRICT), {}, settling)).toMatchObject({
      read: 2,
      accepted: 0,
      quarantined: 2,
    });
    const report = await replayQuarantine(store.of('enterprises'), {}, settling);
    expect(report).toMatchObject({
      collection: 'registry.enterprises',
      read: 2,
      accepted: 1,
      quarantined: 1,
      reasons: { REGISTRATION_NUMBER: 1 },
      visible: { now: 1 },
    });
    const [fact] = await store.facts('enterprises');
    const [resolved, open] = await store.entries();
    expect(fact?.record.provenance).toMatchObject({
      batch: resolved?.batch,
      row: 2,
      source: 'registry_dirty_codes',
      operator: 'wang@registry',
      receivedAt: settling.now,
    });
    expect(resolved).toMatchObject({
      state: 'RESOLVED',
      resolvedBy: 'wang@registry',
      resolvedAt: settling.now,
      fact: CODE,
    });
    expect(open).toMatchObject({ state: 'OPEN', reasons: [{ column: 'code_raw', code: 'REGISTRATION_NUMBER' }] });

    expect(await replayQuarantine(store.of('enterprises'), {}, settling)).toMatchObject({ read: 1, accepted: 0 });
    expect(await store.facts('enterprises')).toEqual([fact]);
  });

  it('finds the fact written where it was cut off before it could note so', async () => {
    const settling = settlingOf(store);
    await replayQuarantine(store.of('enterprises'), {}, settling);
    const facts = await store.facts('enterprises');
    await quarantineOf(store.registry.subgraph.database).updateOne({ row: 2 }, { $set: { state: 'OPEN' } });
    expect(await replayQuarantine(store.of('enterprises'), {}, settling)).toMatchObject({ accepted: 0, unchanged: 1 });
    expect(await store.facts('enterprises')).toEqual(facts);
    expect((await store.entries()).map(({ state }) => state)).toEqual(['RESOLVED', 'OPEN']);
  });

  it('leaves resolved rows resolved when their file is read again', async () => {
    await replayQuarantine(store.of('enterprises'), {}, settlingOf(store));
    const before = await store.entries();
    for (const profiles of [PROFILES, STRICT]) await store.importText('enterprises', 'dirty.csv', text, { profiles });
    expect(await store.entries()).toEqual(before);
    expect(await store.facts('enterprises')).toHaveLength(1);
  });

  it('does not replace what a later file has brought meanwhile', async () => {
    const later = [HEADER, `甲公司（新名）,${CODE},,2005-07-18,福建,福州`].join('\n');
    await store.importText('enterprises', 'later.csv', later, { now: new Date('2026-06-15T05:00:00Z') });
    const facts = await store.facts('enterprises');
    const report = await replayQuarantine(store.of('enterprises'), {}, settlingOf(store));
    expect(report).toMatchObject({ read: 2, accepted: 0, superseded: 1, quarantined: 1 });
    expect(await store.facts('enterprises')).toEqual(facts);
    expect((await store.entries())[0]).toMatchObject({ state: 'RESOLVED', fact: CODE });
  });

  it('narrows by file and reason', async () => {
    const settling = settlingOf(store);
    const selections = [{ batch: 'another' }, { reason: 'DATE_INVALID' }] as const;
    for (const selection of selections) {
      expect(await replayQuarantine(store.of('enterprises'), selection, settling)).toMatchObject({ read: 0 });
    }
  });

  it('changes nothing where the profile of a file is gone', async () => {
    const before = await store.entries();
    await expect(replayQuarantine(store.of('enterprises', []), {}, settlingOf(store))).rejects.toMatchObject({
      code: 'INGEST_PROFILE_UNKNOWN',
    });
    expect(await store.entries()).toEqual(before);
  });

  it('keeps rows that could not be read, and those that contradict a row of their file', async () => {
    const own = [
      'uscc,名称,登记状态,成立日期,登记机关',
      `${CODE},甲公司,存续,2005-07-18,某局`,
      `${CODE},乙公司,存续,2005-07-18,某局`,
      `${CODE},丙公司,存续,2005-07-18,某局,多余`,
    ].join('\n');
    const { batch } = await store.importText('enterprises', 'own.csv', own);
    expect(await replayQuarantine(store.of('enterprises'), { batch }, settlingOf(store))).toMatchObject({
      read: 2,
      accepted: 0,
      superseded: 0,
      reasons: { CONFLICTS_IN_FILE: 1, ROW_UNREADABLE: 1 },
    });
    expect((await store.facts('enterprises'))[0]).toMatchObject({ name: '甲公司' });
  });
});
