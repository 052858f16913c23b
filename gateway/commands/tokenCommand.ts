import { userInfo } from 'node:os';
import { Command, Option } from 'commander';
import { loadConfig } from '../../src/config/env.ts';
import { StartError } from '../../src/errors/StartError.ts';
import { checkUscc } from '../../src/values/uscc.ts';
import { loadDepartments } from '../departments.ts';
import { auditedCommand } from './auditedCommand.ts';
import { issueToken, readDuration, type TokenWish } from './issueToken.ts';
import { print } from './print.ts';

/** `credit-graph token`: signs a token of a department or of an enterprise, for development. */
export function tokenCommand(): Command {
  return new Command('token')
    .description('sign a token for a department or an enterprise, for development')
    .option('--department <name>', 'the department, spelt like its folder')
    .option('--enterprise <code>', 'unified social credit code of the enterprise, instead of a department')
    .option('--plans', 'of a department: it also reads query plans, for those who look after the gateway')
    .option('--administrator', 'of a department: it has all scopes of those who look after the gateway')
    .option('--operator <name>', 'the person or system that uses it', userInfo().username)
    .addOption(
      new Option('--ttl <duration>', 'how long it is valid: 30m, 8h, 7d').argParser(readDuration).default(28_800, '8h'),
    )
    .action(async (wish: TokenWish) => {
      const config = loadConfig();
      if (!config.developmentIssuer) throw new StartError('DEVELOPMENT_ONLY', {});
      const names = (await loadDepartments()).map(({ name }) => name);
      const write = { name: 'token', operator: wish.operator, ...subjectOf(wish) };
      print(await auditedCommand(write, ({ keysDir }) => issueToken({ keysDir }, names, wish)));
    });
}

/** What was typed may be no code. */
function subjectOf({ enterprise = '' }: TokenWish): { readonly subjects?: readonly string[] } {
  const verdict = checkUscc(enterprise);
  return verdict.ok ? { subjects: [verdict.uscc] } : {};
}
