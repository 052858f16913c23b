import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { exportQuarantine } from '../../../../src/ingest/quarantine/exportQuarantine.ts';
import { listQuarantine } from '../../../../src/ingest/quarantine/listQuarantine.ts';
import { replaceQuarantined } from '../../../../src/ingest/quarantine/replaceQuarantined.ts';
import { replayQuarantine } from '../../../../src/ingest/quarantine/replayQuarantine.ts';
import { testCodes } from '../../../subgraphs/registry/testCodes.ts';
import { temporaryFolder } from '../../../kit/temporaryFolder.ts';
import { itWithFiles, realFile } from '../../values/realFiles.ts';
import { openStore, settlingOf, type TestStore } from './openStore.ts';

const FILE = 'registry_dirty_codes.csv.gz';
/** Rows that a clerk corrects. */
const CORRECTED = 300;

describe('the real file of dirty codes', () => {
  const folder = temporaryFolder();
  let store: TestStore;

  beforeAll(async () => {
    store = await openStore(folder);
  });
  afterAll(() => store.close());

  itWithFiles(
    [FILE],
    'goes through quarantine without losing a row',
    async () => {
      const imported = await store.importPath('enterprises', realFile(FILE));
      expect(imported).toMatchObject({ read: 8_197 });
      expect(imported.accepted + imported.unchanged + imported.quarantined).toBe(8_197);
      const { total } = await listQuarantine(store.of('enterprises'), {}, 0);
      expect(total).toBe(imported.quarantined);

      const path = join(folder, 'export.csv');
      expect(await exportQuarantine(store.of('enterprises'), {}, path, 'zh')).toBe(total);
      const rows: string[][] = parse(readFileSync(path), { bom: true });
      expect(rows).toHaveLength(total + 1);

      // The whole sheet comes back untouched: nothing is accepted, nothing changes.
      const before = await store.entries();
      const untouched = await replaceQuarantined(store.of('enterprises'), path, settlingOf(store));
      expect(untouched).toMatchObject({ read: total, accepted: 0, unchanged: 0, quarantined: total });
      expect(await store.entries()).toEqual(before);

      const codeAt = rows[0]?.indexOf('code_raw') ?? -1;
      const codes = testCodes(CORRECTED, '210200');
      codes.forEach((code, at) => rows[at + 1]?.splice(codeAt, 1, code));
      const sheet = join(folder, 'corrected.csv');
      writeFileSync(
        sheet,
        rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'),
      );
      const replaced = await replaceQuarantined(store.of('enterprises'), sheet, settlingOf(store));
      expect(replaced).toMatchObject({ read: total, accepted: CORRECTED, quarantined: total - CORRECTED });

      expect(await replayQuarantine(store.of('enterprises'), {}, settlingOf(store))).toMatchObject({
        read: total - CORRECTED,
        accepted: 0,
      });
      await store.importPath('enterprises', realFile(FILE));
      const states = (await store.entries()).map(({ state }) => state);
      expect(states.filter((state) => state === 'RESOLVED')).toHaveLength(CORRECTED);
      expect(states).toHaveLength(total);
      expect(await store.facts('enterprises')).toHaveLength(imported.accepted + CORRECTED);
    },
    120_000,
  );
});
