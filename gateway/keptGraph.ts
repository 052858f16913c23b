import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../src/config/projectRoot.ts';
import { sha256 } from '../src/values/sha256.ts';
import type { SubgraphSource } from './compose.ts';
import { composeContracts, type ContractedGraph, type Contracts } from './doors/composeContracts.ts';
import { DOORS } from './doors/Door.ts';

/** What is committed of a composed graph, by file name. */
export type SchemaFiles = Readonly<Record<string, string>>;

const SUPERGRAPH = 'supergraph.graphql';
/** Says from which schemas of departments the other files were made, and that they are as they were made. */
const DIGEST = 'composed.sha256';

/**
 * The files that keep a composed graph.
 *
 * @param graph - what was composed
 * @param subgraphs - what it was composed from
 */
export function filesOf(
  { supergraphSdl, contracts }: ContractedGraph,
  subgraphs: readonly SubgraphSource[],
): SchemaFiles {
  const files = {
    [SUPERGRAPH]: supergraphSdl,
    ...Object.fromEntries(DOORS.map(({ name, audience }) => [`${name}.graphql`, contracts[audience]])),
  };
  return { ...files, [DIGEST]: `${digestOf(subgraphs, files)}\n` };
}

/** A composed graph without what only its composition knows. */
export type KeptGraph = Omit<ContractedGraph, 'apiSdl'>;

/**
 * The composed graph as the start of a city takes it: from the committed files where they were made from exactly these schemas, which
 * saves seconds; else composed.
 *
 * @param subgraphs - name and SDL of each department
 * @param folder - of the committed files
 * @throws CompositionError when the departments do not fit together
 */
export async function keptGraph(subgraphs: readonly SubgraphSource[], folder?: string): Promise<KeptGraph> {
  return (await committedGraph(subgraphs, folder)) ?? composeContracts(subgraphs);
}

/**
 * The composed graph of the committed files; undefined where they were not made from exactly these schemas.
 *
 * @param subgraphs - name and SDL of each department
 * @param folder - of the committed files
 */
export async function committedGraph(
  subgraphs: readonly SubgraphSource[],
  folder: string = join(projectRoot(), 'schema'),
): Promise<KeptGraph | undefined> {
  const read = async (name: string): Promise<string> => readFile(join(folder, name), 'utf8').catch(() => '');
  const names = [SUPERGRAPH, ...DOORS.map(({ name }) => `${name}.graphql`)];
  const files = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await read(name)] as const)));
  const digest = await read(DIGEST);
  if (digest.trim() !== digestOf(subgraphs, files)) return undefined;
  const contracts = DOORS.map(({ name, audience }) => [audience, files[`${name}.graphql`] ?? '']);
  return { supergraphSdl: files[SUPERGRAPH] ?? '', contracts: Object.fromEntries(contracts) as Contracts };
}

function digestOf(subgraphs: readonly SubgraphSource[], files: SchemaFiles): string {
  const sources = subgraphs.map(({ name, sdl }) => [name, sdl]).toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return sha256(JSON.stringify([sources, Object.entries(files)]));
}
