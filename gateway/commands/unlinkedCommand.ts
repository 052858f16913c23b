import { Command, Option } from 'commander';
import type { Caller } from '../../src/identity/Caller.ts';
import { listUnlinked, type UnlinkedFact } from '../../src/ingest/listUnlinked.ts';
import { collectionNamed } from '../collectionNamed.ts';
import { print } from './print.ts';
import { readCount } from './readCount.ts';
import { withDepartments } from './withDepartments.ts';

/** `credit-graph unlinked <collection>`: facts that no enterprise was found for; departments alone are shown them. */
export function unlinkedCommand(): Command {
  return new Command('unlinked')
    .description('list facts that no enterprise was found for')
    .argument('<collection>', 'such as disclosure.penalties')
    .addOption(new Option('--limit <rows>', 'most facts that are listed').argParser(readCount).default(20))
    .option('--json', 'print one JSON object on a line')
    .action(async (name: string, { limit, json }: { readonly limit: number; readonly json?: boolean }) =>
      withDepartments(async ({ subgraphs, config: { locale } }) => {
        const { owner, collection } = collectionNamed(subgraphs, name);
        const caller: Caller = { audience: 'INTERNAL', department: owner.name, scopes: new Set() };
        const { total, facts } = await listUnlinked(owner.database, collection, { caller, now: new Date(), limit });
        for (const fact of facts) print(json === true ? JSON.stringify(fact) : describe(fact));
        if (json === true) return;
        print(locale === 'zh' ? `显示 ${facts.length} 条，共 ${total} 条` : `${facts.length} of ${total} facts`);
      }),
    );
}

function describe({ id, decidedOn, subjectName, rawCode, source, batch, row, proposed }: UnlinkedFact): string {
  const place = batch === null ? source : `${source} ${batch}:${row ?? '-'}`;
  const line = [id, decidedOn ?? '-', subjectName ?? '-', rawCode ?? '-', place].join('  ');
  const candidates = proposed.map(({ uscc, name, score }) => `    ? ${uscc}  ${name}  ${score.toFixed(2)}`);
  return [line, ...candidates].join('\n');
}
