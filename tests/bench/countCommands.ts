import { MongoClient, type CommandStartedEvent, type Document } from 'mongodb';
import { connectDepartments } from '../../gateway/connectDepartments.ts';
import { loadDepartments } from '../../gateway/departments.ts';
import { startGateway } from '../../gateway/startGateway.ts';
import { ANONYMOUS } from '../../src/identity/Caller.ts';
import { createLogger } from '../../src/telemetry/logger.ts';
import { askGraph } from './askGraph.ts';
import { queryText, variablesFrom, type QueryName } from './benchQueries.ts';
import { driverAnswer } from './driver/driverAnswers.ts';
import { DriverReads } from './driver/driverReads.ts';
import type { BenchCity } from './openBenchCity.ts';

/** How often a request sends each command, such as `registry.enterprises find`, on average. */
export type CommandCounts = Readonly<Record<string, number>>;

/** Commands of one request through the gateway, and of the same request by the bare driver. */
export interface CommandComparison {
  readonly gateway: CommandCounts;
  readonly driver: CommandCounts;
}

/** Requests that the average is taken of. */
const REQUESTS = 20;
/** What reads documents; handshakes and sessions are left out. */
const READS: ReadonlySet<string> = new Set(['find', 'aggregate', 'getMore', 'count', 'distinct']);

/**
 * Counts the commands that reach MongoDB, one request at a time.
 *
 * @param city - on its server
 * @param query - which query
 */
export async function countCommands(city: BenchCity, query: QueryName): Promise<CommandComparison> {
  const uri = `${city.uri}${city.uri.includes('?') ? '&' : '?'}monitorCommands=true`;
  return { gateway: await countGateway(uri, city, query), driver: await countDriver(uri, city, query) };
}

async function countGateway(uri: string, { usccs }: BenchCity, query: QueryName): Promise<CommandCounts> {
  const alone = { departmentMongodbUris: {}, databasePrefix: '' };
  const connected = await connectDepartments(await loadDepartments(), alone, uri);
  const gateway = await startGateway({
    subgraphs: connected.subgraphs,
    identify: () => Promise.resolve(ANONYMOUS),
    ready: () => connected.ready(),
    logger: createLogger({ logLevel: 'warn' }),
    port: 0,
    host: '127.0.0.1',
  });
  try {
    const clients = new Set(connected.subgraphs.map(({ database }) => database.db.client));
    const next = variablesFrom(query, usccs, 'commands');
    return await counted([...clients], () => askGraph(gateway.url, queryText(query), next()));
  } finally {
    await gateway.stop();
    await connected.close();
  }
}

async function countDriver(uri: string, { usccs }: BenchCity, query: QueryName): Promise<CommandCounts> {
  const client = await new MongoClient(uri).connect();
  try {
    const reads = new DriverReads(client);
    const next = variablesFrom(query, usccs, 'commands');
    return await counted([client], () => driverAnswer(reads, query, next()));
  } finally {
    await client.close();
  }
}

async function counted(clients: readonly MongoClient[], request: () => Promise<unknown>): Promise<CommandCounts> {
  const counts: Record<string, number> = {};
  const record = ({ databaseName, commandName, command }: CommandStartedEvent): void => {
    if (!READS.has(commandName)) return;
    const name = `${databaseName}.${collectionOf(commandName, command)} ${commandName}`;
    counts[name] = (counts[name] ?? 0) + 1 / REQUESTS;
  };
  for (const client of clients) client.on('commandStarted', record);
  for (let at = 0; at < REQUESTS; at += 1) await request();
  const rounded = Object.entries(counts).map(([name, count]) => [name, Math.round(count * 100) / 100] as const);
  return Object.fromEntries(rounded.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** Of a batch over parents, the collection that it looks up. */
function collectionOf(name: string, command: Document): string {
  const own: unknown = name === 'getMore' ? command['collection'] : command[name];
  if (typeof own === 'string') return own;
  const stages = (command['pipeline'] as Document[] | undefined) ?? [];
  const lookup = stages.find((stage) => '$lookup' in stage)?.['$lookup'] as { readonly from?: string } | undefined;
  return lookup?.from ?? '';
}
