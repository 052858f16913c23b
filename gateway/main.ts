#!/usr/bin/env node
import { Command } from 'commander';
import { loadConfig } from '../src/config/env.ts';
import type { Locale } from '../src/errors/AppError.ts';
import { clientsCommand } from './commands/clientsCommand.ts';
import { composeCommand } from './commands/composeCommand.ts';
import { dictionaryCommand } from './commands/dictionaryCommand.ts';
import { explainFailure } from './commands/explainFailure.ts';
import { gatewayCommand } from './commands/gatewayCommand.ts';
import { importCommand } from './commands/importCommand.ts';
import { keysCommand } from './commands/keysCommand.ts';
import { ledgerCommand } from './commands/ledgerCommand.ts';
import { linkCommand } from './commands/linkCommand.ts';
import { matchCommand } from './commands/matchCommand.ts';
import { quarantineCommand } from './commands/quarantineCommand.ts';
import { sampleCommand } from './commands/sampleCommand.ts';
import { searchCommand } from './commands/searchCommand.ts';
import { startCommand } from './commands/startCommand.ts';
import { templateCommand } from './commands/templateCommand.ts';
import { tokenCommand } from './commands/tokenCommand.ts';
import { unlinkedCommand } from './commands/unlinkedCommand.ts';

const program = new Command('credit-graph')
  .description('One GraphQL API over all that a city’s departments know about an enterprise’s credit.')
  .showHelpAfterError();

for (const command of [
  startCommand(),
  gatewayCommand(),
  importCommand(),
  quarantineCommand(),
  unlinkedCommand(),
  linkCommand(),
  matchCommand(),
  ledgerCommand(),
  searchCommand(),
  templateCommand(),
  dictionaryCommand(),
  sampleCommand(),
  tokenCommand(),
  clientsCommand(),
  keysCommand(),
  composeCommand(),
]) {
  program.addCommand(command);
}

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
