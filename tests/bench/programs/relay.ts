import { connectDepartments } from '../../../gateway/connectDepartments.ts';
import { departmentGraph } from '../../../gateway/departmentGraph.ts';
import { loadDepartments } from '../../../gateway/departments.ts';
import { loadConfig } from '../../../src/config/env.ts';
import { openKeyPair } from '../../../src/identity/keys.ts';
import { startLedgerWork } from '../../../src/ledger/startLedgerWork.ts';
import { createLogger } from '../../../src/telemetry/logger.ts';
import { answerParent } from '../process/answerParent.ts';

const config = loadConfig();
const registry = (await loadDepartments()).filter(({ name }) => name === 'registry');
let leave = (): Promise<void> => Promise.resolve();

/** The product's work beside answering, for the department that is imported into. */
async function follow({ prefix }: { readonly prefix: string }): Promise<void> {
  const settings = { ...config, databasePrefix: prefix };
  const connected = await connectDepartments(registry, settings, config.mongodbUri ?? '');
  const work = startLedgerWork(connected.subgraphs, {
    ...connected,
    graphOf: (department) => departmentGraph().clientOf(department),
    checkpointKey: await openKeyPair(config.keysDir, 'checkpoints'),
    logger: createLogger(config),
    clock: () => new Date(),
  });
  leave = async () => {
    await work.stop();
    await connected.close();
  };
}

answerParent({ follow, leave: () => leave() }, null, () => Promise.resolve());
