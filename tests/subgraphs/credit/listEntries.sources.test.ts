import { join } from 'node:path';
import { projectRoot } from '../../../src/config/projectRoot.ts';
import { columnsOf } from '../../../src/data/envelopeFields.ts';
import type { FactVerdict } from '../../../src/data/judgeFact.ts';
import { judgeFact } from '../../../src/data/judgeFact.ts';
import { bindProfile } from '../../../src/ingest/source/bindProfile.ts';
import { loadProfiles } from '../../../src/ingest/source/loadProfiles.ts';
import type { SourceProfile } from '../../../src/ingest/source/SourceProfile.ts';
import { listEntries } from '../../../subgraphs/credit/collections/listEntries.ts';
import { itWithFiles, rowsOf } from '../../src/values/realFiles.ts';

const FILE = 'credit_facts.csv.gz';
const profiles = loadProfiles(join(projectRoot(), 'subgraphs', 'credit', 'sources')).filter(
  ({ collection }) => collection === 'credit.listEntries',
);

function judged(profile: SourceProfile): readonly FactVerdict[] {
  const rows = rowsOf(FILE);
  const bound = bindProfile(profile, Object.keys(rows[0] ?? {}));
  expect(bound.unknown).toEqual([]);
  return rows.flatMap((row, at) => {
    const cells = Object.values(row);
    if (!bound.belongs(cells)) return [];
    const values = bound.columns.flatMap((field, position) =>
      field === null ? [] : [[field, cells[position]] as const],
    );
    const setting = {
      today: '2026-06-15',
      neverHas: new Set(profile.neverHas),
      provider: {},
      flags: bound.flagsOf(cells),
    };
    return [judgeFact(listEntries, { ...profile.constants, ...Object.fromEntries(values) }, setting, at + 2)];
  });
}

/** Rows; those of them that name neither reason nor authority and wait in quarantine; and the last public day of all others. */
const EXPECTED = {
  ecom_blacklist: [500, 0, '2020-11-01'],
  finance_crime: [165, 0, '2020-11-15'],
  illegal_fundraising: [144, 8, '2020-11-15'],
  transport_blacklist: [270, 0, '2020-10-23'],
  work_safety_blacklist: [36, 0, '2020-09-06'],
} as const;

describe('the source profiles of lists', () => {
  it('are those of the published lists', () => {
    expect(profiles.map(({ name }) => name)).toEqual(Object.keys(EXPECTED));
  });

  it.each(profiles.map((profile) => [profile.name, profile] as const))(
    '%s accounts for every field',
    (_name, profile) => {
      const known = new Set(columnsOf(listEntries).map(([name]) => name));
      const named = [...Object.values(profile.columns), ...Object.keys(profile.constants), ...profile.neverHas];
      expect(named.filter((name) => !known.has(name))).toEqual([]);
      expect(Object.keys(listEntries.fields).filter((name) => !named.includes(name))).toEqual([]);
    },
  );

  for (const profile of profiles) {
    const [rows, incomplete, until] = EXPECTED[profile.name as keyof typeof EXPECTED];
    itWithFiles(
      [FILE],
      `takes the ${rows} rows of ${profile.name}, each a fact of its own, expired by their term`,
      () => {
        const verdicts = judged(profile);
        const refused = verdicts.flatMap((verdict) => ('faults' in verdict ? verdict.faults : []));
        expect(new Set(refused.map(({ fault }) => fault.code))).toEqual(
          new Set(incomplete === 0 ? [] : ['REQUIRED_MISSING']),
        );
        const drafts = verdicts.flatMap((verdict) => ('draft' in verdict ? [verdict.draft] : []));
        expect([verdicts.length, drafts.length]).toEqual([rows, rows - incomplete]);
        expect(new Set(drafts.map(({ id }) => id)).size).toBe(rows - incomplete);
        expect(new Set(drafts.map(({ publicity }) => publicity?.until))).toEqual(new Set([until]));
        expect(drafts[0]).toMatchObject({ severity: 'SERIOUS', provider: { name: '信用中国（甘肃）转发' } });
      },
    );
  }
});
