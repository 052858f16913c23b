import { table } from '../../gateway/commands/table.ts';
import type { BenchReport, Target } from './BenchReport.ts';
import type { CommandCounts } from './countCommands.ts';
import type { CreditCheckFigures } from './measureCreditCheck.ts';
import type { EvaluationFigures } from './measureEvaluation.ts';
import type { ImportFigures } from './measureImport.ts';
import type { LedgerFigures } from './measureLedger.ts';
import { CONTESTANTS, type QueryFigures } from './measureQuery.ts';
import { describeEngines } from './engines/describeEngines.ts';
import { spread } from './describeSpread.ts';

/**
 * Words a report for people; the targets come after it.
 *
 * @param report - all figures
 */
export function describeReport({
  machine,
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
}: BenchReport): readonly string[] {
  const { processors, model, memoryGb, platform, node, mongodb } = machine;
  const total = Object.values(facts).reduce((sum, count) => sum + count, 0);
  return [
    `${processors} processors (${model}), ${memoryGb} GB, ${platform}, Node ${node}, MongoDB ${mongodb}`,
    `${options.enterprises} enterprises with ${total} facts; ${options.rounds} rounds of ${options.seconds} s, ` +
      `${options.connections} connections; medians, (lowest-highest)`,
    ...queries.flatMap(describeQuery),
    ...describeImports(imports),
    ...describeLedger(ledger),
    ...describeEvaluation(evaluation),
    ...describeCreditCheck(creditCheck),
    ...describeViews({ timeline, following }),
    ...describeEngines(engines),
  ];
}

function describeQuery({ query, compared, bytes, commands, contestants, ratios }: QueryFigures): readonly string[] {
  const rows = CONTESTANTS.map((name) => {
    const { requestsPerSecond, p50, p99, cpuMs, peakMb } = contestants[name];
    const rates = [spread(requestsPerSecond, 0), p50.median.toFixed(1), p99.median.toFixed(1)];
    return [name, ...rates, cpuMs.median.toFixed(2), peakMb.toFixed(0)];
  });
  return [
    '',
    `${query} query: ${Math.round(bytes)} bytes; ${compared} answers compared equal`,
    ...table([['', 'requests/s', 'p50 ms', 'p99 ms', 'CPU ms', 'peak MB'], ...rows]),
    `gateway / driver ${spread(ratios.driver, 2)}, gateway / monolith ${spread(ratios.monolith, 2)}`,
    `commands per request, gateway: ${describeCommands(commands.gateway)}`,
    `commands per request, driver:  ${describeCommands(commands.driver)}`,
  ];
}

function describeCommands(counts: CommandCounts): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

function describeImports(imports: readonly ImportFigures[]): readonly string[] {
  const rows = imports.map((figures) => [
    figures.file,
    String(figures.documents + figures.quarantined),
    spread(figures.importRate, 0),
    spread(figures.insertRate, 0),
    spread(figures.ratio, 2),
    figures.cpuMs.median.toFixed(3),
    figures.peakMb.toFixed(0),
  ]);
  const head = ['import', 'rows', 'import rows/s', 'insertMany rows/s', 'import / insertMany', 'CPU ms', 'peak MB'];
  return ['', ...table([head, ...rows])];
}

function describeLedger(ledger: LedgerFigures): readonly string[] {
  const { documents, aloneRate, meanwhileRate, ledgerRate, meanwhileRatio, ledgerRatio, relayCpuMs } = ledger;
  const head = [
    'ledger',
    'rows',
    'import rows/s',
    'meanwhile rows/s',
    'entries/s',
    'meanwhile',
    'to last entry',
    'CPU ms',
  ];
  const rates = [aloneRate, meanwhileRate, ledgerRate].map((rate) => spread(rate, 0));
  const ratios = [meanwhileRatio, ledgerRatio].map((ratio) => spread(ratio, 2));
  return ['', ...table([head, ['', String(documents), ...rates, ...ratios, relayCpuMs.toFixed(3)]])];
}

function describeEvaluation(evaluation: EvaluationFigures): readonly string[] {
  const { enterprises, facts, firstRate, firstSeconds, againRate, againSeconds, peakMb } = evaluation;
  const head = ['evaluation', 'enterprises', 'facts', 'first /s', 'seconds', 'again /s', 'seconds', 'peak MB'];
  const rates = [firstRate.toFixed(0), firstSeconds.toFixed(1), againRate.toFixed(0), againSeconds.toFixed(1)];
  return ['', ...table([head, ['', String(enterprises), String(facts), ...rates, peakMb.toFixed(0)]])];
}

function describeCreditCheck(figures: CreditCheckFigures): readonly string[] {
  const { enterprises, checks, found, p50, p99, largeP50, largeP99 } = figures;
  const head = ['creditCheck', 'enterprises', 'checks', 'found', 'p50 ms', 'p99 ms', 'of 10,000 facts p50', 'p99'];
  const times = [p50, p99, largeP50, largeP99].map((ms) => ms.toFixed(2));
  return ['', ...table([head, ['', String(enterprises), String(checks), found.toFixed(2), ...times]])];
}

function describeViews({ timeline, following }: Pick<BenchReport, 'timeline' | 'following'>): readonly string[] {
  const head = [
    'timeline',
    'facts',
    'page ms',
    'p99',
    'driver ms',
    'p99',
    'driver / page',
    'changes',
    'shown after ms',
    'p95',
  ];
  const { facts, pageMs, pageP99, driverMs, driverP99, ratio } = timeline;
  const page = [spread(pageMs, 2), pageP99.toFixed(2)];
  const driver = [spread(driverMs, 2), driverP99.toFixed(2), spread(ratio, 2)];
  const after = [String(following.changes), following.p50.toFixed(0), following.p95.toFixed(0)];
  return ['', ...table([head, ['', String(facts), ...page, ...driver, ...after]])];
}

/**
 * Words a target, and what was measured.
 *
 * @param target - compared already
 */
export function describeTarget({ name, goal, isMost, value, isReached }: Target): string {
  return `  ${isReached ? 'reached' : 'MISSED '}  ${name}: ${value.toFixed(2)} (${isMost ? 'at most' : 'at least'} ${goal})`;
}
