import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { parse, type GraphQLSchema } from 'graphql';
import type { PlannerProcess } from '../../../gateway/engine/plan/process/PlannerProcess.ts';
import type { Transport } from '../../../gateway/transport/Transport.ts';
import { answerFetch } from './answerFetch.ts';
import { apolloContestant } from './apolloContestant.ts';
import type { Contestant } from './Contestant.ts';
import { runOf } from './contextOf.ts';
import { monolith } from './monolith.ts';
import { monolithContestant } from './monolithContestant.ts';
import { ownContestant } from './ownContestant.ts';
import { printSubgraph } from './printSubgraph.ts';
import { subgraphResolvers } from './subgraphResolvers.ts';
import type { World } from './World.ts';

type Modules = Parameters<typeof buildSubgraphSchema>[0];

/** A world with everything that answers requests to it. */
export interface OpenedWorld {
  readonly world: World;
  /** What callers may see. */
  readonly api: GraphQLSchema;
  readonly subgraphs: readonly GraphQLSchema[];
  readonly apollo: Contestant;
  readonly own: Contestant & { readonly apiSchema: GraphQLSchema };
  readonly whole: Contestant;
  close(): Promise<void>;
}

/**
 * Composes a world and opens both engines over it.
 *
 * @param world - the graph
 * @param planner - of the own engine
 * @returns why it does not compose, if it does not
 */
export async function openWorld(world: World, planner: PlannerProcess): Promise<OpenedWorld | readonly string[]> {
  const documents = world.subgraphs.map((name, at) => ({
    name,
    typeDefs: parse(printSubgraph(world, at)),
    url: `http://${name}`,
  }));
  const composed = composeServices(documents);
  if (composed.errors) return composed.errors.map(({ message }) => message);
  const subgraphs = documents.map(({ typeDefs }, at) =>
    buildSubgraphSchema({ typeDefs, resolvers: subgraphResolvers(world, at) } as Modules),
  );
  const transportOf = (name: string): Transport => {
    const at = world.subgraphs.indexOf(name);
    const schema = subgraphs[at];
    if (!schema) throw new Error(`There is no ${name}`);
    return { fetch: (fetch) => answerFetch(schema, at, fetch, runOf(fetch.context)) as ReturnType<Transport['fetch']> };
  };
  const apollo = await apolloContestant(composed.supergraphSdl, transportOf);
  const api = monolith(world, apollo.apiSdl);
  return {
    world,
    api,
    subgraphs,
    apollo,
    own: ownContestant(composed.supergraphSdl, transportOf, planner),
    whole: monolithContestant(api),
    close: () => apollo.stop(),
  };
}
