#!/usr/bin/env node
import { Command } from 'commander';
import { loadConfig } from '../src/config/env.ts';
import type { Locale } from '../src/errors/AppError.ts';
import { explainFailure } from './commands/explainFailure.ts';

/** Each command and what it needs is loaded when it is asked for; all of them, to tell what there is. */
const COMMANDS = new Map<string, () => Promise<Command>>(
  Object.entries({
    start: async () => (await import('./commands/startCommand.ts')).startCommand(),
    subgraph: async () => (await import('./commands/subgraphCommand.ts')).subgraphCommand(),
    gateway: async () => (await import('./commands/gatewayCommand.ts')).gatewayCommand(),
    import: async () => (await import('./commands/importCommand.ts')).importCommand(),
    quarantine: async () => (await import('./commands/quarantineCommand.ts')).quarantineCommand(),
    unlinked: async () => (await import('./commands/unlinkedCommand.ts')).unlinkedCommand(),
    link: async () => (await import('./commands/linkCommand.ts')).linkCommand(),
    match: async () => (await import('./commands/matchCommand.ts')).matchCommand(),
    ledger: async () => (await import('./commands/ledgerCommand.ts')).ledgerCommand(),
    audit: async () => (await import('./commands/auditCommand.ts')).auditCommand(),
    search: async () => (await import('./commands/searchCommand.ts')).searchCommand(),
    template: async () => (await import('./commands/templateCommand.ts')).templateCommand(),
    dictionary: async () => (await import('./commands/dictionaryCommand.ts')).dictionaryCommand(),
    sample: async () => (await import('./commands/sampleCommand.ts')).sampleCommand(),
    token: async () => (await import('./commands/tokenCommand.ts')).tokenCommand(),
    clients: async () => (await import('./commands/clientsCommand.ts')).clientsCommand(),
    migrate: async () => (await import('./commands/migrateCommand.ts')).migrateCommand(),
    keys: async () => (await import('./commands/keysCommand.ts')).keysCommand(),
    compose: async () => (await import('./commands/composeCommand.ts')).composeCommand(),
  }),
);

const program = new Command('credit-graph')
  .description('One GraphQL API over all that a city’s departments know about an enterprise’s credit.')
  .showHelpAfterError();

const asked = COMMANDS.get(process.argv[2] ?? '');
for (const load of asked ? [asked] : COMMANDS.values()) program.addCommand(await load());

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${explainFailure(error, userLocale())}\n`);
  process.exitCode = 1;
}

/** What is wrong with the environment can be the very failure that is told. */
function userLocale(): Locale {
  try {
    return loadConfig().locale;
  } catch {
    return 'en';
  }
}
