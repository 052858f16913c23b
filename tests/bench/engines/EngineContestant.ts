import type { DataPlace } from './engineQueries.ts';

/** Who answers the same requests: what joins, and how departments are reached. */
export const ENGINE_CONTESTANTS = {
  monolith: { engine: 'monolith', transport: 'process', jit: false },
  'apollo stock': { engine: 'apollo', transport: 'stock', jit: false },
  'apollo in-process': { engine: 'apollo', transport: 'process', jit: false },
  'own in-process': { engine: 'own', transport: 'process', jit: false },
  'own in-process, jit': { engine: 'own', transport: 'process', jit: true },
  'apollo undici': { engine: 'apollo', transport: 'undici', jit: false },
  'own undici': { engine: 'own', transport: 'undici', jit: false },
} as const satisfies Readonly<Record<string, ContestantKind>>;

/** What a contestant is made of. */
export interface ContestantKind {
  readonly engine: 'monolith' | 'apollo' | 'own';
  /** In the same process, over the product's HTTP transport, or over the data source that `@apollo/gateway` brings itself. */
  readonly transport: 'process' | 'undici' | 'stock';
  /** Whether departments are run by graphql-jit. */
  readonly jit: boolean;
}

/** One of {@link ENGINE_CONTESTANTS}. */
export type EngineContestantName = keyof typeof ENGINE_CONTESTANTS;

/** Names of all contestants, in the order that they are printed. */
export const ENGINE_NAMES = Object.keys(ENGINE_CONTESTANTS) as readonly EngineContestantName[];

/** What a program that answers is started with. */
export interface ContestantStart extends ContestantKind {
  readonly place: DataPlace;
  /** Where the departments answer that are in another process. */
  readonly departmentsUrl: string;
}
