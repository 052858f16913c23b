#!/usr/bin/env node
import '../src/config/graphqlInProduction.ts';
import { Command } from 'commander';
import { loadConfig } from '../src/config/env.ts';
import type { Locale } from '../src/errors/AppError.ts';
import { COMMANDS } from './commands/allCommands.ts';
import { explainFailure } from './commands/explainFailure.ts';

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
