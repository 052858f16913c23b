import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/resolverMap.js';
import { parse } from 'graphql';
import { guardSchema } from '../policy/guardSchema.ts';
import { DateTime, LocalDateScalar, Money, USCC } from '../values/scalars.ts';
import type { FactCollection } from '../data/FactCollection.ts';
import type { DepartmentSeed } from '../sample/DepartmentSeed.ts';
import type { SubgraphDefinition } from './Subgraph.ts';
import { departmentSdl } from './sharedSdl.ts';

/** What `department.ts` says; the SDL beside it says the rest. */
export interface DepartmentDeclaration {
  /** Folder, service name, scope prefix, database name. */
  readonly name: string;
  /** Chinese name of the office, shown as the owner of data and failures. */
  readonly title: string;
  readonly collections: readonly FactCollection[];
  readonly resolvers: Readonly<Record<string, unknown>>;
  /** What the department contributes to the sample city: a seed for each collection. */
  readonly seed?: DepartmentSeed;
}

const KERNEL_RESOLVERS = { USCC, LocalDate: LocalDateScalar, DateTime, Money };

/**
 * Makes a department from its SDL, collections and resolvers: an executable schema with every guard that `@access` asks for.
 *
 * @param declaration - see {@link DepartmentDeclaration}
 */
export function defineSubgraph(declaration: DepartmentDeclaration): SubgraphDefinition {
  const sdl = departmentSdl(declaration.name);
  const resolvers = { ...KERNEL_RESOLVERS, ...declaration.resolvers } as GraphQLResolverMap<unknown>;
  return {
    name: declaration.name,
    title: declaration.title,
    sdl,
    schema: guardSchema(buildSubgraphSchema({ typeDefs: parse(sdl), resolvers })),
    collections: Object.fromEntries(declaration.collections.map((collection) => [collection.name, collection])),
    ...(declaration.seed === undefined ? {} : { seed: declaration.seed }),
  };
}
