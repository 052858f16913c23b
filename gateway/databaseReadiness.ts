import type { ConnectedSubgraph } from '../src/subgraph/Subgraph.ts';
import type { Readiness } from './http/healthRoutes.ts';

/** A server that takes longer for a ping is of no use to queries either. */
const PING_MS = 2_000;
/** A request waits for a database as long as this before it is known that nobody need wait. */
const LOOK_MS = 650;

/**
 * Asks the database of each department whether it answers. A process is ready as long as one does: a department whose database is away
 * costs its own fields, and must not cost the others theirs.
 *
 * @param subgraphs - departments of this process
 */
export async function databaseReadiness(subgraphs: readonly ConnectedSubgraph[]): Promise<Readiness> {
  const answers = await Promise.all(subgraphs.map(async (subgraph) => [subgraph.name, await ping(subgraph)] as const));
  return { ok: answers.some(([, answer]) => answer === 'ok'), details: Object.fromEntries(answers) };
}

/**
 * Asks the database of a department whether it answers at once.
 *
 * @param subgraph - the department
 */
export async function databaseAnswers(subgraph: Pick<ConnectedSubgraph, 'database'>): Promise<boolean> {
  return pinged(subgraph, LOOK_MS);
}

async function ping(subgraph: ConnectedSubgraph): Promise<string> {
  return (await pinged(subgraph, PING_MS)) ? 'ok' : 'its database does not answer';
}

async function pinged({ database }: Pick<ConnectedSubgraph, 'database'>, timeoutMS: number): Promise<boolean> {
  try {
    await database.db.command({ ping: 1 }, { timeoutMS });
    return true;
  } catch {
    return false;
  }
}
