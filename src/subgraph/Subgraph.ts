import type { GraphQLSchema } from 'graphql';
import type { IndexDescription } from 'mongodb';
import type { DepartmentDatabase } from '../data/DepartmentDatabase.ts';
import type { FactCollection } from '../data/FactCollection.ts';
import type { Duty, Follower } from '../ledger/Follower.ts';
import type { SchemaStep } from '../migration/SchemaStep.ts';
import type { DepartmentSeed } from '../sample/DepartmentSeed.ts';
import type { SampleRecords } from '../sample/SampleRecords.ts';
import type { DepartmentCard } from './DepartmentCard.ts';
import type { ListRules } from './ListRules.ts';
import type { RequestContext, SubgraphContext } from './context.ts';

/** A department's definition, ready to be connected to a database: what `department.ts` exports. */
export interface SubgraphDefinition {
  /** Folder, service name, scope prefix and database name. */
  readonly name: string;
  /** The department's Chinese title, shown as the owner of a failure. */
  readonly title: string;
  /** The subgraph's SDL as composition reads it (`@access` included). */
  readonly sdl: string;
  /** Executable, guarded schema. */
  readonly schema: GraphQLSchema;
  /** The collections that the department owns, by name. */
  readonly collections: Readonly<Record<string, FactCollection>>;
  /** What the department contributes to the sample city. */
  readonly seed?: DepartmentSeed;
  /** What it contributes beside facts. */
  readonly sampleRecords?: SampleRecords;
  /** Views that are kept in step with the ledger. */
  readonly followers: readonly Follower[];
  /** What the department does by itself from time to time. */
  readonly duties: readonly Duty[];
  /** Red and black lists that the department defines over the facts of all; absent where it defines none. */
  readonly lists?: ListRules;
  /** Indexes of the department's own collections that hold no facts, by collection. */
  readonly indexes: Readonly<Record<string, readonly IndexDescription[]>>;
  /** How the layout of such documents has changed since version 1, by collection. */
  readonly schemaSteps?: Readonly<Record<string, readonly SchemaStep[]>>;
  /**
   * Gives the same department with a reference to every fact type of the others, where its schema refers to facts of all departments;
   * absent where it does not.
   */
  readonly withReferences?: (references: string) => SubgraphDefinition;
}

/** A department that can answer: its definition and how a request's context becomes its own. */
export interface ConnectedSubgraph extends SubgraphDefinition {
  readonly database: DepartmentDatabase;
  /** All departments that there are, this one included; empty for a department by itself. */
  readonly departments: readonly DepartmentCard[];
  /** Gives the same object for the same request, so that loaders batch over a whole request. */
  contextFor(request: RequestContext): SubgraphContext;
}
