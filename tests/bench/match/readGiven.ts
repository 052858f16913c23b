import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import type { MatchTarget } from '../../../subgraphs/search/matching/MatchTarget.ts';
import { editSimilarity } from './editSimilarity.ts';
import { Chance } from '../../../src/sample/Chance.ts';

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
  const file = (name: string): AsyncIterable<Row> => rowsOf(join(folder, `${name}.csv.gz`));
  const indexed = new Map<string, MatchTarget>();
  const absent: MatchTarget[] = [];
  const judged: MatchTarget[] = [];
  const worked: MatchTarget[] = [];
  const pairRows: Row[] = [];
  const places = new Set<string>();
  for await (const row of file('name_pairs_noisy')) pairRows.push(row);
  const canonical = new Set(pairRows.map((row) => row['canonical_uscc']));
  for await (const row of file('names_national')) {
    const target = targetOf(row);
    places.add(row['province'] ?? '').add(row['city'] ?? '');
    const chance = new Chance(`${seed}/${target.uscc}`);
    if (chance.isTrue(ABSENT_SHARE) && !canonical.has(target.uscc)) {
      absent.push(target);
    } else {
      indexed.set(target.uscc, target);
      (chance.isTrue(0.5) ? judged : worked).push(target);
    }
  }
  for (const name of ['enterprises_fuzhou', 'enterprises_fujian_other']) {
    for await (const row of file(name)) indexed.set(row['uscc'] ?? '', targetOf(row));
  }
  for (const { canonical_uscc: uscc = '', canonical_name: name = '' } of pairRows) indexed.set(uscc, { uscc, name });
  const pairs = pairRows.filter((row) => editSimilarity(row['raw_name'] ?? '', row['canonical_name'] ?? '') >= RENAMED);
  return { indexed: [...indexed.values()], absent, judged, worked, pairs: pairs.map(pairOf), places };
}

async function* rowsOf(path: string): AsyncIterable<Row> {
  const parser = createReadStream(path)
    .pipe(createGunzip())
    .pipe(parse({ columns: true }));
  for await (const row of parser) yield row as Row;
}

function targetOf(row: Row): MatchTarget {
  const {
    uscc = '',
    name = '',
    established_on: establishedOn = '',
    district_code: districtCode = '',
    address = '',
  } = row;
  return {
    uscc,
    name,
    establishedOn,
    ...(districtCode === '' ? {} : { districtCode }),
    ...(address === '' ? {} : { address }),
  };
}

function pairOf(row: Row): NoisyPair {
  return { raw: row['raw_name'] ?? '', uscc: row['canonical_uscc'] ?? '', isScanned: row['ocr_source'] === '1' };
}
