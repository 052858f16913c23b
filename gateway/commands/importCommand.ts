import { Command } from 'commander';
import type { ImportProgress } from '../../src/ingest/importFile.ts';
import { fileDigest } from '../../src/ingest/read/fileDigest.ts';
import type { ConnectedSubgraph } from '../../src/subgraph/Subgraph.ts';
import type { OwnedCollection } from '../collectionNamed.ts';
import { importInto, type CityImportReport, type FileToImport } from '../importInto.ts';
import { defaultOperator, mustBelongTo, parseOperator } from './operator.ts';
import { describeImport } from './describeImport.ts';
import { freeMemory } from './freeMemory.ts';
import { importTargets } from './importTargets.ts';
import { importProgress } from './importProgress.ts';
import { linkAtOption, linkRuleOf } from './linkAtOption.ts';
import { print } from './print.ts';
import { withDepartments, type CommandCity } from './withDepartments.ts';

interface ImportOptions {
  readonly as?: string;
  readonly source?: string;
  readonly sheet?: string;
  readonly linkAt?: number;
  readonly json?: boolean;
}

/** `credit-graph import <collection> <files…>`: brings files into a collection and reports what became of each row. */
export function importCommand(): Command {
  return new Command('import')
    .description('import files into a collection: CSV, XLSX or JSON Lines, plain or gzip')
    .argument(
      '<collection>',
      'such as registry.enterprises (credit-graph dictionary lists all), or all: where each row says',
    )
    .argument('<files...>', 'one or more files')
    .option('--as <name@department>', 'who imports; by default you, for the department that owns the collection')
    .option('--source <profile>', 'the source profile to read the file by; by default chosen by its columns')
    .option('--sheet <name>', 'the sheet of a workbook; by default the first')
    .addOption(linkAtOption())
    .option('--json', 'print each report as one JSON object on a line')
    .action(async (name: string, files: readonly string[], options: ImportOptions) =>
      withDepartments(async (city) => {
        for (const file of files) {
          const targets = await importTargets(city.subgraphs, name, file);
          // To find them it was read to its end.
          const digest = targets.length > 1 ? await fileDigest(file) : undefined;
          for (const target of targets) {
            const report = await importOne(city, target, { path: file, digest }, options);
            print(options.json === true ? JSON.stringify(report) : describeImport(report, city.config.locale));
          }
        }
      }),
    );
}

async function importOne(
  city: CommandCity,
  target: OwnedCollection<ConnectedSubgraph>,
  { path, digest }: Pick<FileToImport, 'path' | 'digest'>,
  { as, source, sheet, linkAt }: ImportOptions,
): Promise<CityImportReport> {
  const { name } = target.owner;
  const departments = city.subgraphs.map((subgraph) => subgraph.name);
  const operator = parseOperator(as ?? defaultOperator(name), departments);
  mustBelongTo(operator, name);
  const progress = importProgress(path);
  try {
    const onProgress = (state: ImportProgress): void => {
      progress.update(state);
      freeMemory();
    };
    const linkRule = linkRuleOf(linkAt);
    const file = { path, digest, profileName: source, sheet, operator, now: new Date(), onProgress, linkRule };
    const write = { name: `import ${name}.${target.collection.name}`, operator };
    return await city.audited(write, () => importInto(target, file, city));
  } finally {
    progress.stop();
  }
}
