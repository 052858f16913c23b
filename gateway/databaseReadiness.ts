import type { ConnectedSubgraph } from '../src/subgraph/Subgraph.ts';
import type { Readiness } from './http/healthRoutes.ts';

/** A server that takes longer for a ping is of no use to queries either. */
const PING_MS = 2_000;

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

async function ping({ database }: ConnectedSubgraph): Promise<string> {
  try {
    await database.db.command({ ping: 1 }, { timeoutMS: PING_MS });
    return 'ok';
  } catch {
    return 'its database does not answer';
  }
}
