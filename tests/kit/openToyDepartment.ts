import { departmentServer } from '../../gateway/department/departmentServer.ts';
import { InnerCalls } from '../../gateway/department/InnerCalls.ts';
import { Departure } from '../../gateway/http/Departure.ts';
import { listenOn } from '../../gateway/http/listenOn.ts';
import { OperationsInFlight } from '../../gateway/http/OperationsInFlight.ts';
import { InProcessTransport } from '../../gateway/transport/InProcessTransport.ts';
import { KERNEL_ERRORS } from '../../src/errors/codes.ts';
import { GATEWAY_ERRORS } from '../../src/errors/gatewayCodes.ts';
import { IDENTITY_ERRORS } from '../../src/errors/identityCodes.ts';
import type { TokenKeys } from '../../src/identity/TokenKeys.ts';
import type { Logger } from '../../src/telemetry/logger.ts';
import { toySubgraphs, type ToyProbe } from './toySubgraphs.ts';

/** A toy department that answers over HTTP, as in a process of its own. */
export interface ToyDepartment {
  readonly url: string;
  readonly probe: ToyProbe;
  /** Files that got as far as being imported. */
  readonly imported: string[];
  stop(): Promise<void>;
}

/**
 * Starts the toy `registry` behind the door of a department.
 *
 * @param keys - public keys of its gateway
 * @param logger - its log
 */
export async function openToyDepartment(keys: Pick<TokenKeys, 'keyFor'>, logger: Logger): Promise<ToyDepartment> {
  const { subgraphs, probe } = toySubgraphs();
  const [subgraph] = subgraphs;
  if (subgraph === undefined) throw new Error('There is no toy.');
  const imported: string[] = [];
  const operations = new OperationsInFlight();
  const departure = new Departure({ operations, logger });
  const server = departmentServer({
    schema: subgraph.schema,
    transport: new InProcessTransport(subgraph, { logger, deadlineMs: 2_000 }),
    calls: new InnerCalls(keys, subgraph.name),
    importUpload: {
      authorise: (_caller, collection) => void imported.push(collection),
      run: () => Promise.reject(new Error('Nothing is imported here.')),
    },
    ready: () => Promise.resolve({ ok: true, details: {} }),
    departure,
    operations,
    table: { ...IDENTITY_ERRORS, ...KERNEL_ERRORS, ...GATEWAY_ERRORS },
    logger,
  });
  return {
    url: await listenOn(server, { host: '127.0.0.1', port: 0 }),
    probe,
    imported,
    stop: () => departure.leave(server),
  };
}
