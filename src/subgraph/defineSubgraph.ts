import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/resolverMap.js';
import { parse, type GraphQLSchema } from 'graphql';
import type { IndexDescription } from 'mongodb';
import type { Duty, Follower } from '../ledger/Follower.ts';
import { noteSubjects } from '../audit/noteSubjects.ts';
import { guardSchema } from '../policy/guardSchema.ts';
import { DateTime, LocalDateScalar, Money, USCC } from '../values/scalars.ts';
import type { FactCollection } from '../data/FactCollection.ts';
import type { SchemaStep } from '../migration/SchemaStep.ts';
import type { DepartmentSeed } from '../sample/DepartmentSeed.ts';
import type { SampleRecords } from '../sample/SampleRecords.ts';
import type { ListRules } from './ListRules.ts';
import type { SubgraphDefinition } from './Subgraph.ts';
import { effectResolvers } from './effectResolvers.ts';
import { effectSdl } from './effectSdl.ts';
import { linkResolvers } from './linkResolvers.ts';
import { linkSdl } from './linkSdl.ts';
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
  /** What it contributes to the sample city beside facts. */
  readonly sampleRecords?: SampleRecords;
  /** Views that are kept in step with the ledger. */
  readonly followers?: readonly Follower[];
  /** What the department does by itself from time to time. */
  readonly duties?: readonly Duty[];
  /** Indexes of collections that hold no facts, such as views, by collection. */
  readonly indexes?: Readonly<Record<string, readonly IndexDescription[]>>;
  /**
   * How the layout of documents in such collections has changed since version 1, by collection. Whoever writes these documents writes
   * `schemaVersion` with them.
   */
  readonly schemaSteps?: Readonly<Record<string, readonly SchemaStep[]>>;
  /** Whether fields of its schema return `CreditFact`, and so facts of departments that it does not know. */
  readonly refersToFacts?: boolean;
  /** Red and black lists that the department defines over the facts of all. */
  readonly lists?: ListRules;
}

const KERNEL_RESOLVERS = { USCC, LocalDate: LocalDateScalar, DateTime, Money };

/**
 * Makes a department from its SDL, collections and resolvers: an executable schema with every guard that `@access` asks for.
 *
 * @param declaration - see {@link DepartmentDeclaration}
 */
export function defineSubgraph(declaration: DepartmentDeclaration): SubgraphDefinition {
  const { name, collections } = declaration;
  const own = [departmentSdl(name), effectSdl(name, collections), linkSdl(name, collections)].join('\n');
  const definition = withSdl(declaration, own);
  if (declaration.refersToFacts !== true) return definition;
  const made = new Map<string, SubgraphDefinition>();
  return Object.assign(definition, {
    withReferences(references: string) {
      const known = made.get(references) ?? withSdl(declaration, `${own}\n${references}`);
      made.set(references, known);
      return known;
    },
  });
}

function withSdl(declaration: DepartmentDeclaration, sdl: string): SubgraphDefinition {
  const resolvers = { ...KERNEL_RESOLVERS, ...withDerived(declaration) } as GraphQLResolverMap<unknown>;
  const { name, title, followers = [], duties = [], indexes = {} } = declaration;
  let schema: GraphQLSchema | undefined;
  return {
    ...{ name, title, sdl, followers, duties, indexes },
    // Made where it is used: that of a department that refers to the facts of others is another one once they are known.
    get schema() {
      return (schema ??= guardSchema(noteSubjects(buildSubgraphSchema({ typeDefs: parse(sdl), resolvers }))));
    },
    collections: Object.fromEntries(declaration.collections.map((collection) => [collection.name, collection])),
    ...(declaration.seed === undefined ? {} : { seed: declaration.seed }),
    ...(declaration.sampleRecords === undefined ? {} : { sampleRecords: declaration.sampleRecords }),
    ...(declaration.schemaSteps === undefined ? {} : { schemaSteps: declaration.schemaSteps }),
    ...(declaration.lists === undefined ? {} : { lists: declaration.lists }),
  };
}

/** What the department says, and beside it what the kernel offers in its name: to credit repair, and to its own staff for links. */
function withDerived({ name, collections, resolvers }: DepartmentDeclaration): DepartmentDeclaration['resolvers'] {
  const derived = [effectResolvers(name, collections), linkResolvers(name, collections)];
  const root = (type: 'Query' | 'Mutation'): Readonly<Record<string, unknown>> => {
    const fields = [...derived.map((one) => one[type]), Object(resolvers[type]) as object].flatMap(Object.entries);
    return fields.length === 0 ? {} : { [type]: Object.fromEntries(fields) };
  };
  return { ...resolvers, ...root('Query'), ...root('Mutation') };
}
