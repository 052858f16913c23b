import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import type { MatchTarget } from '../../../subgraphs/search/matching/MatchTarget.ts';
import { Chance } from '../../../src/sample/Chance.ts';
import { editSimilarity } from './editSimilarity.ts';

/** A damaged name that was published, and the name of the same enterprise in the register. */
export interface NoisyPair {
  readonly raw: string;
  readonly uscc: string;
  readonly isScanned: boolean;
}

/** What the bench works with. */
export interface GivenNames {
  /** All that the index holds. */
  readonly indexed: readonly MatchTarget[];
  /** What `names_national` holds and the index does not: nothing of it may be found. */
  readonly absent: readonly MatchTarget[];
  /** Enterprises of `names_national` in the index whose names are damaged; the other half is for whoever works on the scoring. */
  readonly judged: readonly MatchTarget[];
  readonly worked: readonly MatchTarget[];
  /** Published damaged names, without the renamings. */
  readonly pairs: readonly NoisyPair[];
  /** Provinces and cities as they are called for short. */
  readonly places: ReadonlySet<string>;
}

type Row = Readonly<Record<string, string>>;

const ABSENT_SHARE = 0.1;
/** Below this similarity two names are no damage of each other but a renaming. */
const RENAMED = 0.4;

/**
 * Reads the given registrations and divides `names_national`.
 *
 * @param folder - where the files lie
 * @param seed - which tenth is left out, and which half is judged
 */
export async function readGiven(folder: string, seed: number): Promise<GivenNames> {
  const pairRows = await rowsOf(folder, 'name_pairs_noisy');
  const national = await rowsOf(folder, 'names_national');
  const canonical = new Set(pairRows.map((row) => valueOf(row, 'canonical_uscc')));
  const shares: Record<'absent' | 'judged' | 'worked', MatchTarget[]> = { absent: [], judged: [], worked: [] };
  for (const target of national.map(targetOf)) shares[shareOf(target, canonical, seed)].push(target);
  const ofCity = await rowsOf(folder, 'enterprises_fuzhou');
  const ofProvince = await rowsOf(folder, 'enterprises_fujian_other');
  const named = pairRows.map((row) => ({ uscc: valueOf(row, 'canonical_uscc'), name: valueOf(row, 'canonical_name') }));
  const indexed = [...named, ...shares.judged, ...shares.worked, ...[...ofCity, ...ofProvince].map(targetOf)];
  return {
    ...shares,
    indexed: [...new Map(indexed.map((target) => [target.uscc, target])).values()],
    pairs: pairRows.filter((row) => !isRenaming(row)).map(pairOf),
    places: new Set(national.flatMap((row) => [valueOf(row, 'province'), valueOf(row, 'city')])),
  };
}

function shareOf({ uscc }: MatchTarget, canonical: ReadonlySet<string>, seed: number): 'absent' | 'judged' | 'worked' {
  const chance = new Chance(`${seed}/${uscc}`);
  if (chance.isTrue(ABSENT_SHARE) && !canonical.has(uscc)) return 'absent';
  return chance.isTrue(0.5) ? 'judged' : 'worked';
}

function isRenaming(row: Row): boolean {
  return editSimilarity(valueOf(row, 'raw_name'), valueOf(row, 'canonical_name')) < RENAMED;
}

function valueOf(row: Row, column: string): string {
  return row[column] ?? '';
}

async function rowsOf(folder: string, name: string): Promise<readonly Row[]> {
  const parser = createReadStream(join(folder, `${name}.csv.gz`))
    .pipe(createGunzip())
    .pipe(parse({ columns: true }));
  const rows: Row[] = [];
  for await (const row of parser) rows.push(row as Row);
  return rows;
}

function targetOf(row: Row): MatchTarget {
  const districtCode = valueOf(row, 'district_code');
  const address = valueOf(row, 'address');
  return {
    ...{ uscc: valueOf(row, 'uscc'), name: valueOf(row, 'name'), establishedOn: valueOf(row, 'established_on') },
    ...(districtCode === '' ? {} : { districtCode }),
    ...(address === '' ? {} : { address }),
  };
}

function pairOf(row: Row): NoisyPair {
  return {
    raw: valueOf(row, 'raw_name'),
    uscc: valueOf(row, 'canonical_uscc'),
    isScanned: valueOf(row, 'ocr_source') === '1',
  };
}
