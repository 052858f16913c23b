import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeContracts } from '../../gateway/doors/composeContracts.ts';
import { committedGraph, filesOf, keptGraph } from '../../gateway/keptGraph.ts';
import { temporaryFolder } from '../kit/temporaryFolder.ts';
import { toySubgraphs } from '../kit/toySubgraphs.ts';

describe('the kept graph', () => {
  const folder = join(temporaryFolder(), 'schema');
  const { subgraphs } = toySubgraphs();
  const graph = composeContracts(subgraphs);
  /** Another text of the same graph tells whether a file was read. */
  const marked = { ...graph, contracts: { ...graph.contracts, OPEN: `${graph.contracts.OPEN}# kept\n` } };

  beforeEach(() => {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(filesOf(marked, subgraphs))) writeFileSync(join(folder, name), text);
  });

  it('comes from the files that were made from the same schemas, whatever their order', async () => {
    const { supergraphSdl, contracts } = await keptGraph(subgraphs.toReversed(), folder);
    expect([supergraphSdl, contracts]).toEqual([graph.supergraphSdl, marked.contracts]);
  });

  it('is composed where a department says anything else', async () => {
    const [first, ...others] = subgraphs;
    const changed = [{ name: first?.name ?? '', sdl: `${first?.sdl ?? ''}\n# another word\n` }, ...others];
    expect((await keptGraph(changed, folder)).contracts).toEqual(graph.contracts);
  });

  it('is composed where a file was changed by hand, or none is there', async () => {
    const path = join(folder, 'internal.graphql');
    writeFileSync(path, readFileSync(path, 'utf8').replace('secret', 'public'));
    expect((await keptGraph(subgraphs, folder)).contracts).toEqual(graph.contracts);
    expect((await keptGraph(subgraphs, join(folder, 'nowhere'))).contracts).toEqual(graph.contracts);
    expect(await committedGraph(subgraphs, folder)).toBeUndefined();
  });
});
