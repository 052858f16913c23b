import { join } from 'node:path';
import { Command, Option } from 'commander';
import { projectRoot } from '../../src/config/projectRoot.ts';
import { FAULT_CODES, type FaultCode } from '../../src/errors/faults.ts';
import { exportQuarantine } from '../../src/ingest/quarantine/exportQuarantine.ts';
import { listQuarantine } from '../../src/ingest/quarantine/listQuarantine.ts';
import type { QuarantineStore } from '../../src/ingest/quarantine/QuarantineStore.ts';
import { replaceQuarantined } from '../../src/ingest/quarantine/replaceQuarantined.ts';
import { replayQuarantine } from '../../src/ingest/quarantine/replayQuarantine.ts';
import { loadProfiles } from '../../src/ingest/source/loadProfiles.ts';
import type { ConnectedSubgraph } from '../../src/subgraph/Subgraph.ts';
import { collectionNamed, type OwnedCollection } from '../collectionNamed.ts';
import { asOperator, collectionsFor, taskOf } from './asOperator.ts';
import { describeEntry, describeSettled } from './describeQuarantine.ts';
import { print } from './print.ts';
import { readCount } from './readCount.ts';
import { withDepartments } from './withDepartments.ts';

interface SelectOptions {
  readonly batch?: string;
  readonly reason?: FaultCode;
  readonly json?: boolean;
}
interface WriteOptions extends SelectOptions {
  readonly as?: string;
}

type Owned = OwnedCollection<ConnectedSubgraph>;

const batch = (): Option => new Option('--batch <id>', 'only the rows of one file, as the import names it');
const reason = (): Option => new Option('--reason <code>', 'only rows kept out for this reason').choices(FAULT_CODES);
const json = (): Option => new Option('--json', 'print JSON, one object on a line');
const as = (): Option =>
  new Option('--as <name@department>', 'who writes; by default you, for the department that owns the collection');

/** `credit-graph quarantine …`: rows that imports could not accept are listed, exported, replaced and replayed. */
export function quarantineCommand(): Command {
  const command = new Command('quarantine').description('see to the rows that imports could not accept');
  command
    .command('list')
    .description('list rows with the reasons; personal data are masked')
    .argument('[collection]', 'such as registry.enterprises; by default all')
    .addOption(batch())
    .addOption(reason())
    .addOption(new Option('--limit <rows>', 'most rows of a collection').argParser(readCount).default(20))
    .addOption(json())
    .action(listAction);
  command
    .command('export')
    .description('write rows to a CSV file, to be corrected in a spreadsheet; personal data are masked')
    .argument('<collection>', 'such as registry.enterprises')
    .argument('<file>', 'a CSV file that is not there yet')
    .addOption(batch())
    .addOption(reason())
    .action(exportAction);
  command
    .command('replace')
    .description(
      'take a corrected export back: its rows are judged and written like rows of the file they came in with',
    )
    .argument('<collection>', 'such as registry.enterprises')
    .argument('<file>', 'CSV or XLSX')
    .addOption(as())
    .addOption(json())
    .action(replaceAction);
  command
    .command('replay')
    .description('judge rows anew as they are, after a rule, a source profile or the registry has changed')
    .argument('[collection]', 'such as registry.enterprises; by default all of one department, named by --as')
    .addOption(batch())
    .addOption(reason())
    .addOption(as())
    .addOption(json())
    .action(replayAction);
  return command;
}

async function listAction(
  name: string | undefined,
  { batch, reason, limit, json }: SelectOptions & { readonly limit: number },
): Promise<void> {
  await withDepartments(async ({ subgraphs, config: { locale } }) => {
    let shown = 0;
    let total = 0;
    for (const one of collectionsFor(subgraphs, name, undefined)) {
      const list = await listQuarantine(storeOf(one), { batch, reason }, limit);
      for (const entry of list.entries) print(json === true ? JSON.stringify(entry) : describeEntry(entry, locale));
      shown += list.entries.length;
      total += list.total;
    }
    if (json !== true) print(locale === 'zh' ? `显示 ${shown} 行，共 ${total} 行` : `${shown} of ${total} rows`);
  });
}

async function exportAction(name: string, file: string, { batch, reason }: SelectOptions): Promise<void> {
  await withDepartments(async ({ subgraphs, config: { locale } }) => {
    const store = storeOf(collectionNamed(subgraphs, name));
    const rows = await exportQuarantine(store, { batch, reason }, file, locale);
    if (rows === 0)
      print(locale === 'zh' ? '没有隔离行，未生成文件。' : 'There are no such rows; no file was written.');
    else print(locale === 'zh' ? `已导出 ${rows} 行：${file}` : `${rows} rows: ${file}`);
  });
}

async function replaceAction(name: string, file: string, options: WriteOptions): Promise<void> {
  await withDepartments(async (city) => {
    const owned = collectionNamed(city.subgraphs, name);
    const report = await asOperator(city, taskOf('quarantine replace', owned, options.as), (settling) =>
      replaceQuarantined(storeOf(owned), file, settling),
    );
    print(options.json === true ? JSON.stringify(report) : describeSettled(report, city.config.locale));
  });
}

async function replayAction(name: string | undefined, options: WriteOptions): Promise<void> {
  await withDepartments(async (city) => {
    const { batch, reason } = options;
    for (const owned of collectionsFor(city.subgraphs, name, options.as)) {
      const report = await asOperator(city, taskOf('quarantine replay', owned, options.as), (settling) =>
        replayQuarantine(storeOf(owned), { batch, reason }, settling),
      );
      if (name === undefined && report.read === 0) continue;
      print(options.json === true ? JSON.stringify(report) : describeSettled(report, city.config.locale));
    }
  });
}

function storeOf({ owner, collection }: Owned): QuarantineStore {
  const profiles = loadProfiles(join(projectRoot(), 'subgraphs', owner.name, 'sources'));
  return { database: owner.database, collection, profiles };
}
