import { join } from 'node:path';
import { projectRoot } from '../../../src/config/projectRoot.ts';
import { columnsOf } from '../../../src/data/envelopeFields.ts';
import type { FactDraft } from '../../../src/data/FactDraft.ts';
import { judgeFact } from '../../../src/data/judgeFact.ts';
import { bindProfile } from '../../../src/ingest/source/bindProfile.ts';
import { loadProfiles } from '../../../src/ingest/source/loadProfiles.ts';
import { judgmentDefaulters } from '../../../subgraphs/judiciary/collections/judgmentDefaulters.ts';
import { itWithFiles, rowsOf } from '../../src/values/realFiles.ts';

const FILE = 'credit_facts.csv.gz';
const [profile] = loadProfiles(join(projectRoot(), 'subgraphs', 'judiciary', 'sources'));

/** A row of the real list and what is made of it. */
interface Judged {
  readonly row: Readonly<Record<string, string>>;
  readonly draft: FactDraft;
}

function judged(): readonly Judged[] {
  if (profile === undefined) throw new Error('The profile is not there.');
  const rows = rowsOf(FILE);
  const bound = bindProfile(profile, Object.keys(rows[0] ?? {}));
  expect(bound.unknown).toEqual([]);
  return rows.flatMap((row, at) => {
    const cells = Object.values(row);
    if (!bound.belongs(cells)) return [];
    const values = bound.columns.flatMap((field, index) => (field === null ? [] : [[field, cells[index]] as const]));
    const setting = {
      today: '2026-06-15',
      neverHas: new Set(profile.neverHas),
      provider: {},
      flags: bound.flagsOf(cells),
    };
    const raw = { ...profile.constants, ...Object.fromEntries(values) };
    const verdict = judgeFact(judgmentDefaulters, raw, setting, at + 2);
    if ('faults' in verdict) throw new Error(JSON.stringify(verdict.faults));
    return [{ row, draft: verdict.draft }];
  });
}

describe('the source profile finance_debtors', () => {
  it('names fields of its collection only', () => {
    const known = new Set(columnsOf(judgmentDefaulters).map(([name]) => name));
    const named = [...Object.values(profile?.columns ?? {}), ...(profile?.neverHas ?? [])];
    expect(profile?.collection).toBe('judiciary.judgmentDefaulters');
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('accounts for every field of the collection', () => {
    const named = new Set([...Object.values(profile?.columns ?? {}), ...(profile?.neverHas ?? [])]);
    expect(Object.keys(judgmentDefaulters.fields).filter((name) => !named.has(name))).toEqual([]);
  });

  it('takes none of the derived columns', () => {
    const derived = ['uscc_check_ok', 'matched_uscc', 'matched_name', 'match_basis'];
    expect(profile?.ignored).toEqual(expect.arrayContaining(derived));
    expect(Object.keys(profile?.columns ?? {}).filter((column) => derived.includes(column))).toEqual([]);
  });

  itWithFiles([FILE], 'accepts all 181 rows, each a fact of its own, with every remark that applies', () => {
    const drafts = judged().map(({ draft }) => draft);
    expect(drafts).toHaveLength(181);
    expect(new Set(drafts.map(({ id }) => id)).size).toBe(181);
    const flags = new Map<string, number>();
    for (const flag of drafts.flatMap((draft) => draft.flags)) flags.set(flag, (flags.get(flag) ?? 0) + 1);
    expect(Object.fromEntries(flags)).toEqual({
      INCOMPLETE_SOURCE: 181,
      OCR_SOURCE: 181,
      // Organisation codes that the scan damaged: kept as printed.
      ORG_CODE_CHECK: 27,
      WINDOW_UNKNOWN: 181,
      USCC_WRONG: 121,
    });
  });

  itWithFiles([FILE], 'shows none of them to the public while no court has said for what conduct', () => {
    for (const { draft } of judged()) {
      expect(draft).toMatchObject({ usageScope: 'GOV_SHARED', severity: 'SERIOUS', publishedOn: '2017-11-15' });
      expect(draft.provider).toEqual({ name: '信用中国（甘肃）转发' });
      expect(draft.subject.category).toBe('LEGAL_OR_UNINCORPORATED');
    }
  });

  itWithFiles(
    [FILE],
    'finds the code, the organisation code or the middle of a damaged code as the list has it',
    () => {
      const bases = new Map<string, number>();
      for (const { row, draft } of judged()) {
        const { match_basis: basis = '', matched_uscc: answer = '' } = row;
        if (basis === '') continue;
        const { uscc, orgCode, middleCode } = draft.subject;
        const found = {
          uscc: uscc === answer,
          org_code: orgCode === answer.slice(8, 17),
          uscc_middle9: middleCode === answer.slice(8, 17),
        };
        expect(found).toMatchObject({ [basis]: true });
        bases.set(basis, (bases.get(basis) ?? 0) + 1);
      }
      expect(Object.fromEntries(bases)).toEqual({ uscc: 9, org_code: 23, uscc_middle9: 6 });
    },
  );
});
