import { connectDepartments } from '../../../gateway/connectDepartments.ts';
import { loadDepartments } from '../../../gateway/departments.ts';
import { loadConfig } from '../../../src/config/env.ts';
import type { ConnectedSubgraph } from '../../../src/subgraph/Subgraph.ts';
import { memorySubgraphs } from '../memory/memorySubgraphs.ts';
import type { DataPlace } from './engineQueries.ts';

/** The departments of a place, and how to let go of them. */
export interface BenchSubgraphs {
  readonly subgraphs: readonly ConnectedSubgraph[];
  close(): Promise<void>;
}

/**
 * Opens the departments of a place: the invented ones in memory, or the product's on the server that the environment names.
 *
 * @param place - where the data are
 */
export async function benchSubgraphs(place: DataPlace): Promise<BenchSubgraphs> {
  if (place === 'memory') return { subgraphs: memorySubgraphs(), close: async () => Promise.resolve() };
  const config = loadConfig();
  return connectDepartments(await loadDepartments(), config, config.mongodbUri ?? '');
}
