import { Command } from 'commander';
import { readLedger } from '../../src/ledger/readLedger.ts';
import type { WorkContext } from '../../src/ledger/Follower.ts';
import { ALONE } from '../../src/subgraph/Services.ts';
import { entryProgress } from './entryProgress.ts';
import { print } from './print.ts';
import { withDepartments } from './withDepartments.ts';

/** Department whose index it is. */
const SEARCH = 'search';

/** `credit-graph search …`: the index of the search is seen to. */
export function searchCommand(): Command {
  const command = new Command('search').description('see to the index that enterprises are searched and matched by');
  command
    .command('rebuild')
    .description(
      'build the index anew from the ledger, beside the one that is read, and switch to it at the end; also while the product runs',
    )
    .action(rebuildAction);
  return command;
}

async function rebuildAction(): Promise<void> {
  await withDepartments(async ({ config, subgraphs, ledger, audited }) => {
    const subgraph = subgraphs.find(({ name }) => name === SEARCH);
    if (subgraph === undefined) throw new Error(`There is no department ${SEARCH}.`);
    const reader = readLedger(ledger, () => subgraphs.map(({ database }) => database));
    const { database, departments, followers } = subgraph;
    const context: WorkContext = { database, ledger: reader, graph: ALONE.graph, departments, now: new Date() };
    const progress = entryProgress('index', await reader.head());
    try {
      await audited({ name: 'search rebuild' }, async () => {
        for (const follower of followers) await follower.rebuild?.(context, progress.update);
      });
    } finally {
      progress.stop();
    }
    print(config.locale === 'zh' ? '搜索索引已重建。' : 'the search index was rebuilt');
  });
}
