import { join } from 'node:path';
import { todayInShanghai } from '../../src/values/localDate.ts';
import type { BenchOptions } from './BenchOptions.ts';
import type { LedgerImport, LedgerImportRequest } from './import/ImportRounds.ts';
import type { BenchCity } from './openBenchCity.ts';
import { startChild, type Child } from './process/startChild.ts';
import { spreadOf, type Spread } from './spread.ts';

/** Figures of an import beside which another process keeps the ledger. */
export interface LedgerFigures {
  readonly documents: number;
  /** Rows a second of the import while nobody relays. */
  readonly aloneRate: Spread;
  /** Rows a second of the import while another process relays. */
  readonly meanwhileRate: Spread;
  /** Rows a second until the last entry stands in the ledger. */
  readonly ledgerRate: Spread;
  readonly meanwhileRatio: Spread;
  readonly ledgerRatio: Spread;
  /** Processor time of the relaying process for an entry, in milliseconds, start and end included. */
  readonly relayCpuMs: number;
}

interface Round {
  readonly alone: LedgerImport;
  readonly relayed: LedgerImport;
}

/**
 * Measures the import of registrations without and with a process that relays what it writes into the ledger, in turn, each in
 * databases of their own.
 *
 * @param city - on whose server
 * @param options - rounds and rows
 */
export async function measureLedger(city: BenchCity, options: BenchOptions): Promise<LedgerFigures> {
  const environment = { MONGODB_URI: city.uri, DATA_DIR: city.folder, LOG_LEVEL: 'warn', NODE_ENV: 'production' };
  const start = (program: string): Promise<Child> =>
    startChild(program, { environment, profileFolder: options.cpuProf });
  const importer = await start('importer');
  const relay = await start('relay');
  try {
    const path = join(city.folder, 'ledger.csv');
    const setting = { enterprises: options.rows, seed: options.seed, asOf: todayInShanghai(new Date()) };
    await importer.ask('writeFile', { path, ...setting });
    const rounds: Round[] = [];
    for (let round = 0; round <= options.rounds; round += 1) {
      const measured = await measureRound(importer, relay, path, round);
      if (round > 0) rounds.push(measured);
    }
    const { cpuMs } = await relay.usage();
    return figuresOf(rounds, cpuMs / (options.rounds + 1));
  } finally {
    await relay.stop();
    await importer.stop();
  }
}

async function measureRound(importer: Child, relay: Child, path: string, round: number): Promise<Round> {
  const run = async (prefix: string, waits: boolean): Promise<LedgerImport> => {
    const request: LedgerImportRequest = { path, prefix, waits };
    return importer.ask<LedgerImport>('importWithLedger', request);
  };
  const [without, beside] = [`alone${round}_`, `relayed${round}_`];
  const alone = await run(without, false);
  await importer.ask('drop', { prefix: without });
  await relay.ask('follow', { prefix: beside });
  const relayed = await run(beside, true);
  await relay.ask('leave');
  await importer.ask('drop', { prefix: beside });
  return { alone, relayed };
}

function figuresOf(rounds: readonly Round[], cpuMs: number): LedgerFigures {
  const spread = (figure: (round: Round) => number): Spread => spreadOf(rounds.map(figure));
  const [{ alone: { documents } } = { alone: { documents: 0 } }] = rounds;
  return {
    documents,
    aloneRate: spread(({ alone }) => documents / alone.importSeconds),
    meanwhileRate: spread(({ relayed }) => documents / relayed.importSeconds),
    ledgerRate: spread(({ relayed }) => documents / relayed.ledgerSeconds),
    meanwhileRatio: spread(({ alone, relayed }) => alone.importSeconds / relayed.importSeconds),
    ledgerRatio: spread(({ alone, relayed }) => alone.importSeconds / relayed.ledgerSeconds),
    relayCpuMs: cpuMs / documents,
  };
}
