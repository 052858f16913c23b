import { replaceQuarantined } from '../../../../src/ingest/quarantine/replaceQuarantined.ts';
import { replayQuarantine } from '../../../../src/ingest/quarantine/replayQuarantine.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../../kit/temporaryFolder.ts';
import { openStore, PROFILES, settlingOf, type TestStore } from './openStore.ts';

const CODE = '91350100705362917E';
const HEADER = 'name,code_raw,why_not_valid,established_on,province,city';
const TEXT = [HEADER, `甲公司,${CODE},,2005-07-18,福建,福州`, '乙公司,350100100012345,,2005-07-18,福建,福州'].join(
  '\n',
);
const STRICT = PROFILES.map((profile) =>
  profile.name === 'registry_dirty_codes'
    ? { ...profile, neverHas: profile.neverHas.filter((field) => field !== 'registrationAuthority') }
    : profile,
);

describe('a file whose rows were in quarantine', () => {
  const folder = temporaryFolder();
  let store: TestStore;

  beforeEach(async () => {
    store = await openStore(folder);
    await store.importText('enterprises', 'dirty.csv', TEXT, { profiles: STRICT });
  });
  afterEach(() => store.close());

  it('has its rows resolved when it is accepted at the next reading', async () => {
    expect(await store.importText('enterprises', 'dirty.csv', TEXT)).toMatchObject({ accepted: 1, quarantined: 1 });
    const [first, second] = await store.entries();
    expect(first).toMatchObject({ state: 'RESOLVED', resolvedBy: 'li@registry', fact: CODE });
    expect(second).toMatchObject({ state: 'OPEN' });
  });

  it('is not counted as quarantined again where its rows were brought in since', async () => {
    await replayQuarantine(store.of('enterprises'), {}, settlingOf(store));
    const again = await store.importText('enterprises', 'dirty.csv', TEXT, { profiles: STRICT });
    expect(again).toMatchObject({ read: 2, accepted: 0, unchanged: 1, quarantined: 1 });
  });

  it('does not undo what a clerk has corrected, though its own words are acceptable by now', async () => {
    const [entry] = await store.entries();
    const path = join(folder, 'sheet.csv');
    writeFileSync(path, `隔离编号,name\n${entry?._id ?? ''},甲有限公司\n`);
    expect(await replaceQuarantined(store.of('enterprises'), path, settlingOf(store))).toMatchObject({ accepted: 1 });
    const again = await store.importText('enterprises', 'dirty.csv', TEXT);
    expect(again).toMatchObject({ accepted: 0, unchanged: 1, quarantined: 1 });
    expect((await store.facts('enterprises'))[0]).toMatchObject({ name: '甲有限公司' });
  });
});
