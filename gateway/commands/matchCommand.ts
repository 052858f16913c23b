import { Command, Option } from 'commander';
import type { Locale } from '../../src/errors/AppError.ts';
import type { ImportProgress } from '../../src/ingest/importFile.ts';
import { matchFile, type MatchReport } from '../match/matchFile.ts';
import { openGraph } from '../openGraph.ts';
import { importProgress } from './importProgress.ts';
import { print } from './print.ts';
import { readFraction } from './readFraction.ts';
import { withDepartments } from './withDepartments.ts';

interface MatchOptions {
  readonly output: string;
  readonly column: readonly string[];
  readonly threshold?: number;
  readonly sheet?: string;
  readonly json?: boolean;
}

const WORDS = {
  zh: {
    read: '读取行数',
    matched: '已匹配',
    unclear: '有候选，待人工选择',
    unmatched: '无候选',
    quarantined: '无法读取（已隔离）',
    speed: '行/秒',
  },
  en: {
    read: 'rows read',
    matched: 'matched',
    unclear: 'with candidates for a person to choose from',
    unmatched: 'without candidates',
    quarantined: 'unreadable, set aside',
    speed: 'rows/s',
  },
} as const;

/** `credit-graph match <file> -o <file>`: adds to a table which enterprise each of its rows means. */
export function matchCommand(): Command {
  return new Command('match')
    .description('add to a table which enterprise each row means: code, name, score and why')
    .argument('<file>', 'CSV, XLSX or JSON Lines, plain or gzip')
    .requiredOption('-o, --output <file>', 'a CSV file that is not there yet')
    .addOption(
      new Option('--column <field=header>', 'a column that is not known by its name, such as name=raw_name; repeatable')
        .argParser((choice: string, before: readonly string[]) => [...before, choice])
        .default([], 'none'),
    )
    .addOption(
      new Option('--threshold <score>', 'from which score on an enterprise is a match, 0 to 1').argParser(readFraction),
    )
    .option('--sheet <name>', 'the sheet of a workbook; by default the first')
    .option('--json', 'print the report as one JSON object on a line')
    .action(async (path: string, { output, column, threshold, sheet, json }: MatchOptions) =>
      withDepartments(async ({ subgraphs, logger, config: { locale } }) => {
        const graph = await openGraph(subgraphs, logger);
        const progress = importProgress(path);
        const onProgress = (state: ImportProgress): void => {
          progress.update(state);
        };
        try {
          const request = { path, output, sheet, threshold, columns: column, onProgress };
          const report = await matchFile(request, graph).finally(() => {
            progress.stop();
          });
          print(json === true ? JSON.stringify(report) : describe(report, locale));
        } finally {
          await graph.close();
        }
      }),
    );
}

function describe(report: MatchReport, locale: Locale): string {
  const words = WORDS[locale];
  const number = (count: number): string => count.toLocaleString('en');
  const aside = report.quarantine === null ? '' : `  ${report.quarantine}`;
  return [
    `${report.file} → ${report.output}`,
    `  ${words.read}: ${number(report.read)}  (${number(report.rowsPerSecond)} ${words.speed})`,
    `  ${words.matched}: ${number(report.matched)}`,
    `  ${words.unclear}: ${number(report.unclear)}`,
    `  ${words.unmatched}: ${number(report.unmatched)}`,
    `  ${words.quarantined}: ${number(report.quarantined)}${aside}`,
  ].join('\n');
}
