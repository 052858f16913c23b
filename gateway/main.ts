#!/usr/bin/env node
import { userInfo } from 'node:os';
import { Command, Option } from 'commander';
import { loadConfig } from '../src/config/env.ts';
import type { Locale } from '../src/errors/AppError.ts';
import { createLogger } from '../src/telemetry/logger.ts';
import { composeSchemas } from './commands/composeSchemas.ts';
import { explainFailure } from './commands/explainFailure.ts';
import { importCommand } from './commands/importCommand.ts';
import { issueToken, readDuration } from './commands/issueToken.ts';
import { loadDepartments } from './departments.ts';
import { startCity } from './startCity.ts';
import { stopOnSignals } from './stopOnSignals.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const program = new Command('credit-graph')
  .description('One GraphQL API over all that a city’s departments know about an enterprise’s credit.')
  .showHelpAfterError();

program
  .command('start')
  .description('start the database, all departments and the gateway in this process')
  .action(async () => {
    const config = loadConfig();
    const logger = createLogger(config);
    const city = await startCity(config, logger, await loadDepartments());
    stopOnSignals(city.stop, logger);
    say(`福州市公共信用图谱 · Credit Graph\n  ${city.url}/         GraphiQL\n  ${city.url}/graphql  GraphQL`);
  });

program
  .command('token')
  .description('sign a token for a department, for development')
  .requiredOption('--department <name>', 'the department, spelt like its folder')
  .option('--operator <name>', 'the person or system that uses it', userInfo().username)
  .addOption(
    new Option('--ttl <duration>', 'how long it is valid: 30m, 8h, 7d').argParser(readDuration).default(28_800, '8h'),
  )
  .action(async (grant: { department: string; operator: string; ttl: number }) => {
    const names = (await loadDepartments()).map(({ name }) => name);
    say(await issueToken(loadConfig(), names, grant));
  });

program
  .command('compose')
  .description('write the composed schemas and the reference of errors')
  .option('--check', 'write nothing; fail if a file differs', false)
  .action(async ({ check }: { check: boolean }) => {
    const changed = await composeSchemas(await loadDepartments(), { check });
    for (const path of changed) say(check ? `differs: ${path}` : `written: ${path}`);
    if (check && changed.length > 0) process.exitCode = 1;
  });

program.addCommand(importCommand());

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
