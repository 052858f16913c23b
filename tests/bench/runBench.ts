import { cpus, totalmem } from 'node:os';
import type { BenchOptions } from './BenchOptions.ts';
import type { BenchReport, Machine } from './BenchReport.ts';
import { engineTargets } from './engines/engineTargets.ts';
import { measureEngines } from './engines/measureEngines.ts';
import { measureCreditCheck } from './measureCreditCheck.ts';
import { measureEvaluation } from './measureEvaluation.ts';
import { measureFollowing } from './measureFollowing.ts';
import { measureImport } from './measureImport.ts';
import { measureLedger } from './measureLedger.ts';
import { measureQuery } from './measureQuery.ts';
import { measureTimeline } from './measureTimeline.ts';
import { openBenchCity, type BenchCity } from './openBenchCity.ts';
import { startContestants } from './startContestants.ts';
import { targetsOf } from './targetsOf.ts';

/**
 * Runs the whole benchmark on a city of its own; nothing of it is left behind.
 *
 * @param options - how long and on how much
 * @param say - told what is done, since it takes minutes
 */
export async function runBench(options: BenchOptions, say: (line: string) => void): Promise<BenchReport> {
  const startedAt = new Date().toISOString();
  say(`loading a sample city of ${options.enterprises} enterprises`);
  const city = await openBenchCity(options);
  try {
    const queries = await measureQueries(city, options, say);
    say('measuring imports');
    const imports = await measureImport(city, options);
    say('measuring an import with the ledger');
    const ledger = await measureLedger(city, options);
    say(`measuring the evaluation of ${options.evaluated} enterprises`);
    const evaluation = await measureEvaluation(city, options);
    say('measuring checks of units');
    const creditCheck = await measureCreditCheck(city, options);
    say('measuring a long timeline');
    const timeline = await measureTimeline(city, options);
    say('measuring how soon views follow a change');
    const following = await measureFollowing(city);
    const engines = options.engines
      ? [
          ...(await measureEngines('memory', city, options, say)),
          ...(await measureEngines('mongo', city, options, say)),
        ]
      : [];
    const { facts } = city;
    const reached = options.engines ? engineTargets(engines) : [];
    const targets = [...targetsOf(queries, imports, ledger), ...reached];
    return {
      startedAt,
      machine: machineOf(city),
      options,
      facts,
      queries,
      imports,
      ledger,
      evaluation,
      creditCheck,
      timeline,
      following,
      engines,
      targets,
    };
  } finally {
    await city.close();
  }
}

async function measureQueries(
  city: BenchCity,
  options: BenchOptions,
  say: (line: string) => void,
): Promise<BenchReport['queries']> {
  const contestants = await startContestants(city, options.cpuProf);
  try {
    say('measuring the profile query');
    const profile = await measureQuery('profile', contestants, city, options);
    say('measuring the list');
    return [profile, await measureQuery('list', contestants, city, options)];
  } finally {
    await contestants.stop();
  }
}

function machineOf({ mongodb }: BenchCity): Machine {
  const [processor] = cpus();
  return {
    processors: cpus().length,
    model: processor?.model.trim() ?? '',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    mongodb,
  };
}
