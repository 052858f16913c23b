import { Command } from 'commander';
import { planMigration, type PlannedMigration } from '../../src/migration/planMigration.ts';
import { runMigration } from '../../src/migration/runMigration.ts';
import { checkSchema } from '../../src/migration/checkSchema.ts';
import type { SubgraphDefinition } from '../../src/subgraph/Subgraph.ts';
import { loadDepartments } from '../departments.ts';
import { describeMoved, describePlan } from './describeMigration.ts';
import { entryProgress, type EntryProgress } from './entryProgress.ts';
import { defaultOperator } from './operator.ts';
import { print } from './print.ts';
import { withDepartments, type CommandCity } from './withDepartments.ts';

interface MigrateOptions {
  readonly json?: boolean;
}

/**
 * `credit-graph migrate …`: documents that an older release has written are moved to the schema versions of this one.
 *
 * @param load - gives the departments
 */
export function migrateCommand(load: () => Promise<readonly SubgraphDefinition[]> = loadDepartments): Command {
  const open = async (work: (city: CommandCity) => Promise<void>): Promise<void> =>
    withDepartments(work, { departments: await load(), oldSchemas: 'LEFT' });
  const command = new Command('migrate').description(
    'move documents of an older release to the schema versions that this one reads',
  );
  const add = (
    name: string,
    description: string,
    action: (city: CommandCity, json: boolean) => Promise<void>,
  ): void => {
    command
      .command(name)
      .description(description)
      .option('--json', 'print JSON, one object on a line')
      .action(async ({ json = false }: MigrateOptions) => open((city) => action(city, json)));
  };
  add('plan', 'show what would be moved; nothing is changed', plan);
  add('run', 'move it; where it was cut off it goes on where it stood', (city, json) => run(city, json, false));
  add('resume', 'finish only what was begun before', (city, json) => run(city, json, true));
  return command;
}

async function plan({ subgraphs, config: { locale } }: CommandCity, json: boolean): Promise<void> {
  const planned: PlannedMigration[] = [];
  for (const subgraph of subgraphs) planned.push(...(await planMigration(subgraph)));
  if (json) for (const one of planned) print(JSON.stringify(one));
  else print(describePlan(planned, locale));
}

async function run(
  { subgraphs, audited, config: { locale } }: CommandCity,
  json: boolean,
  onlyBegun: boolean,
): Promise<void> {
  let collections = 0;
  for (const subgraph of subgraphs) {
    const planned = (await planMigration(subgraph)).filter(({ isBegun }) => isBegun || !onlyBegun);
    if (planned.length === 0) continue;
    const operator = defaultOperator(subgraph.name);
    let bar: EntryProgress | undefined;
    const onProgress = ({ collection, documents }: PlannedMigration, moved: number): void => {
      if (moved === 0) {
        bar?.stop();
        bar = entryProgress(collection, documents, 'documents');
      }
      bar?.update(moved);
    };
    try {
      const write = { name: `migrate ${onlyBegun ? 'resume' : 'run'} ${subgraph.name}`, operator };
      const reports = await audited(write, () => runMigration(subgraph, planned, { operator, onProgress }));
      for (const report of reports) print(json ? JSON.stringify(report) : describeMoved(report, locale));
      collections += reports.length;
    } finally {
      bar?.stop();
    }
    // Whoever is told that all is done can start.
    if (!onlyBegun) await checkSchema(subgraph, 'REFUSED');
  }
  if (collections === 0 && !json) print(describePlan([], locale));
}
