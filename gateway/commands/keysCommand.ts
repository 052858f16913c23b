import { Argument, Command, Option } from 'commander';
import { loadConfig } from '../../src/config/env.ts';
import { KEY_PURPOSES, type KeyPurpose } from '../../src/identity/KeyPurpose.ts';
import { publicKeys } from '../../src/identity/publicKeys.ts';
import { rotateKey } from '../../src/identity/rotateKey.ts';
import { auditedCommand } from './auditedCommand.ts';
import { readDuration } from './issueToken.ts';
import { print } from './print.ts';

const GRACE_S = 600;

/** `credit-graph keys …`: the keys that this installation signs with. */
export function keysCommand(): Command {
  const command = new Command('keys').description('see to the keys that this installation signs with');
  command.command('list').description('list all public keys, those that were replaced included').action(listAction);
  command
    .command('rotate')
    .description('replace a key; what the old one signed can be verified for ever, its tokens die after the grace')
    .addArgument(new Argument('<purpose>', 'what is signed with it').choices(KEY_PURPOSES))
    .addOption(
      new Option('--grace <duration>', 'how long tokens of the old key are accepted')
        .argParser(readDuration)
        .default(GRACE_S, '10m'),
    )
    .action(rotateAction);
  return command;
}

async function listAction(): Promise<void> {
  for (const { purpose, kid } of await publicKeys(loadConfig().keysDir)) print(`${purpose}  ${kid}`);
}

async function rotateAction(purpose: KeyPurpose, { grace }: { readonly grace: number }): Promise<void> {
  const now = new Date();
  const { from, to, acceptedUntil } = await auditedCommand({ name: `keys rotate ${purpose}` }, ({ keysDir }) =>
    rotateKey(keysDir, purpose, { graceMs: grace * 1_000, now }),
  );
  print(`${purpose}  ${from} -> ${to}  (${acceptedUntil.toISOString()})`);
}
