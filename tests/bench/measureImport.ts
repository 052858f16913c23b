import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectRoot } from '../../src/config/projectRoot.ts';
import { todayInShanghai } from '../../src/values/localDate.ts';
import type { BenchOptions } from './BenchOptions.ts';
import type { ImportRound } from './import/ImportRounds.ts';
import type { BenchCity } from './openBenchCity.ts';
import { startChild, type Child } from './process/startChild.ts';
import { spreadOf, type Spread } from './spread.ts';

/** Figures of one imported file. */
export interface ImportFigures {
  readonly file: string;
  readonly documents: number;
  readonly quarantined: number;
  /** Rows a second, of the whole import. */
  readonly importRate: Spread;
  /** Rows a second, of `insertMany` of the same documents. */
  readonly insertRate: Spread;
  /** Processor time of the importing process for a row, in milliseconds. */
  readonly cpuMs: Spread;
  readonly ratio: Spread;
  readonly peakMb: number;
}

/** A real file of 16,075 registrations, which lies beside the repository where it is at hand. */
const REAL_FILE = join(projectRoot(), '..', 'shared', 'data', 'enterprises_fuzhou.csv.gz');

/**
 * Measures the import of registrations against `insertMany` of the same documents into a collection with the same
 * indexes, each round in databases of their own.
 *
 * @param city - on whose server
 * @param options - rounds and rows
 */
export async function measureImport(city: BenchCity, options: BenchOptions): Promise<readonly ImportFigures[]> {
  const environment = { MONGODB_URI: city.uri, LOG_LEVEL: 'warn', NODE_ENV: 'production' };
  const importer = await startChild('importer', { environment, profileFolder: options.cpuProf });
  try {
    const path = join(city.folder, 'registrations.csv');
    const setting = { enterprises: options.rows, seed: options.seed, asOf: todayInShanghai(new Date()) };
    await importer.ask('writeFile', { path, ...setting });
    const files = [path, ...(options.realFile && existsSync(REAL_FILE) ? [REAL_FILE] : [])];
    const figures: ImportFigures[] = [];
    for (const file of files) figures.push(await measureFile(importer, file, options));
    return figures;
  } finally {
    await importer.stop();
  }
}

async function measureFile(importer: Child, path: string, { rounds }: BenchOptions): Promise<ImportFigures> {
  const measured: ImportRound[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const figures = await importer.ask<ImportRound>('round', { path });
    if (round > 0) measured.push(figures);
  }
  const spread = (figure: (round: ImportRound) => number): Spread => spreadOf(measured.map(figure));
  const [{ documents, quarantined } = { documents: 0, quarantined: 0 }] = measured;
  return {
    file: basename(path),
    documents,
    quarantined,
    importRate: spread((round) => (round.documents + round.quarantined) / round.importSeconds),
    insertRate: spread((round) => round.documents / round.insertSeconds),
    cpuMs: spread((round) => round.importCpuMs / (round.documents + round.quarantined)),
    ratio: spread((round) => ((documents + quarantined) / round.importSeconds) * (round.insertSeconds / documents)),
    peakMb: (await importer.usage()).peakMb,
  };
}
