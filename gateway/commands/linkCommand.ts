import { Command } from 'commander';
import type { Locale } from '../../src/errors/AppError.ts';
import { linkFacts, type LinkReport } from '../../src/ingest/linkFacts.ts';
import { asOperator, collectionsFor, taskOf } from './asOperator.ts';
import { linkAtOption, linkRuleOf } from './linkAtOption.ts';
import { print } from './print.ts';
import { withDepartments } from './withDepartments.ts';

interface LinkOptions {
  readonly as?: string;
  readonly linkAt?: number;
  readonly json?: boolean;
}

const WORDS = {
  zh: {
    read: '未关联记录',
    linked: '已关联',
    unlinked: '仍未关联',
    proposed: '其中名称相近、待人工确认',
    nothing: '没有未关联的记录。',
  },
  en: {
    read: 'unlinked facts',
    linked: 'linked',
    unlinked: 'still unlinked',
    proposed: 'of these, of a similar name, for a person to decide',
    nothing: 'There are no unlinked facts.',
  },
} as const;

/** `credit-graph link [collection]`: links facts that came in before their enterprise was registered; running it again is safe. */
export function linkCommand(): Command {
  return new Command('link')
    .description('link facts that no enterprise was found for when they came in, where the registry knows it by now')
    .argument('[collection]', 'such as disclosure.penalties; by default all, or all of the department named by --as')
    .option('--as <name@department>', 'who links; by default you, for the department that owns the collection')
    .addOption(linkAtOption())
    .option('--json', 'print each report as one JSON object on a line')
    .action(async (name: string | undefined, { as, linkAt, json }: LinkOptions) =>
      withDepartments(async (city) => {
        const owned = collectionsFor(city.subgraphs, name, as).filter(({ collection }) => collection.kind === 'FACT');
        const { locale } = city.config;
        let read = 0;
        for (const { owner, collection } of owned) {
          const report = await asOperator(city, taskOf('link', { owner, collection }, as), (acting) =>
            linkFacts(owner.database, collection, { ...acting, linkRule: linkRuleOf(linkAt) }),
          );
          read += report.read;
          if (name === undefined && report.read === 0) continue;
          print(json === true ? JSON.stringify(report) : describe(report, locale));
        }
        if (name === undefined && read === 0 && json !== true) print(WORDS[locale].nothing);
      }),
    );
}

function describe({ collection, read, linked, unlinked, proposed }: LinkReport, locale: Locale): string {
  const words = WORDS[locale];
  const number = (count: number): string => count.toLocaleString('en');
  const bases = Object.entries(linked)
    .toSorted()
    .map(([basis, count]) => `${basis} ${number(count)}`);
  return [
    collection,
    `  ${words.read}: ${number(read)}`,
    `  ${words.linked}: ${bases.join(', ') || '-'}`,
    `  ${words.unlinked}: ${number(unlinked)}`,
    ...(proposed > 0 ? [`  ${words.proposed}: ${number(proposed)}`] : []),
  ].join('\n');
}
