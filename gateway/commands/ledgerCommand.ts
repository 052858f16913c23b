import { Command, InvalidArgumentError, Option } from 'commander';
import { loadConfig, type Config } from '../../src/config/env.ts';
import { publicKeys, type PublicKey } from '../../src/identity/publicKeys.ts';
import { withholdBody } from '../../src/ledger/chain/withholdBody.ts';
import { ledgerStatus } from '../../src/ledger/ledgerStatus.ts';
import { readKeyFile } from '../../src/ledger/verify/readKeyFile.ts';
import { readLedgerFile, writeLedgerFile } from '../../src/ledger/verify/ledgerFile.ts';
import { readRecords } from '../../src/ledger/verify/readRecords.ts';
import { verifyLedger, type Verification } from '../../src/ledger/verify/verifyLedger.ts';
import { describeStatus, describeVerification, describeWithholding } from './describeLedger.ts';
import { entryProgress } from './entryProgress.ts';
import { print } from './print.ts';
import { withDepartments } from './withDepartments.ts';

interface JsonOption {
  readonly json?: boolean;
}

const json = (): Option => new Option('--json', 'print one JSON object');

/** `credit-graph ledger …`: the chain of all changes is looked at, checked, exported; what it says of an entry is erased. */
export function ledgerCommand(): Command {
  const command = new Command('ledger').description('see to the chain of all changes');
  command
    .command('status')
    .description('tell how far the ledger and those who follow it have come')
    .addOption(json())
    .action(statusAction);
  command
    .command('verify')
    .description('check the whole chain, its bodies and signatures; exit code 1 where something is wrong')
    .argument('[file]', 'an exported ledger, which needs no database; by default the database')
    .option(
      '--keys <file>',
      'trust only these public keys (JWKS); by default those of this installation, or of the file',
    )
    .addOption(json())
    .action(verifyAction);
  command
    .command('export')
    .description('write the whole ledger to a file that can be checked anywhere')
    .argument('<file>', 'a file that is not there yet, such as ledger.jsonl.gz')
    .action(exportAction);
  command
    .command('withhold')
    .description(
      'erase for ever what the ledger says of one entry, and of the next one of the same fact where that repeats replaced values; the chain still holds',
    )
    .argument('<seq>', 'number of the entry', readNumber)
    .requiredOption('--reason <text>', 'why; must hold nothing of what is erased')
    .action(withholdAction);
  return command;
}

async function statusAction({ json }: JsonOption): Promise<void> {
  await withDepartments(async ({ ledger, subgraphs, config }) => {
    const status = await ledgerStatus(ledger, subgraphs);
    print(json === true ? JSON.stringify(status) : describeStatus(status, config.locale));
  });
}

async function verifyAction(
  file: string | undefined,
  { keys: keyFile, json }: JsonOption & { readonly keys?: string },
): Promise<void> {
  const config = loadConfig();
  const known = keyFile === undefined ? undefined : await readKeyFile(keyFile);
  const result = await (file === undefined ? verifyDatabase(config, known) : verifyFile(file, known));
  print(json === true ? JSON.stringify(result) : describeVerification(result, config.locale));
  if (!result.isSound) process.exitCode = 1;
}

async function verifyFile(file: string, keys: readonly PublicKey[] | undefined): Promise<Verification> {
  const progress = entryProgress(file, undefined);
  try {
    return await verifyLedger(readLedgerFile(file), { keys, onProgress: progress.update });
  } finally {
    progress.stop();
  }
}

async function verifyDatabase(config: Config, known: readonly PublicKey[] | undefined): Promise<Verification> {
  const keys = known ?? (await ownKeys(config));
  return withDepartments(async ({ ledger }) => {
    const now = new Date();
    const progress = entryProgress('ledger', await ledger.entries.estimatedDocumentCount());
    try {
      return await verifyLedger(readRecords(ledger, keys, now), { keys, liveAt: now, onProgress: progress.update });
    } finally {
      progress.stop();
    }
  });
}

async function exportAction(file: string): Promise<void> {
  await withDepartments(async ({ ledger, config }) => {
    await writeLedgerFile(file, readRecords(ledger, await ownKeys(config), new Date()));
    print(config.locale === 'zh' ? `已导出：${file}` : `exported: ${file}`);
  });
}

async function withholdAction(seq: number, { reason }: { readonly reason: string }): Promise<void> {
  await withDepartments(async ({ ledger, config, audited }) => {
    const write = { name: `ledger withhold ${seq}` };
    const done = await audited(write, () => withholdBody(ledger, seq, reason, new Date()));
    print(describeWithholding(done, seq, config.locale));
    if (done.outcome === 'UNKNOWN') process.exitCode = 1;
  });
}

function ownKeys({ keysDir }: Config): Promise<readonly PublicKey[]> {
  return publicKeys(keysDir);
}

function readNumber(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('Write the number of an entry, such as 1024.');
  return Number(text);
}
