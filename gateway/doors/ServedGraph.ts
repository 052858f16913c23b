import type { ApolloServer } from '@apollo/server';
import type { Engine } from '../engine/Engine.ts';
import type { GatewayContext } from '../GatewayContext.ts';
import type { ContractedGraph } from './composeContracts.ts';
import { DOORS } from './Door.ts';
import type { OpenDoor, OpenDoors } from './openDoors.ts';

/** A composed graph, with what exists at each door. */
export type ServableGraph = Omit<ContractedGraph, 'apiSdl'>;

/** A graph that is open: its doors and the engine behind them. */
export interface OpenedDoors extends OpenDoors {
  readonly engine: Engine;
}

/** How long the graph before stays open for operations that began on it, in milliseconds; longer than any may take. */
const RETIRE_MS = 60_000;

/** The graph that a gateway serves now. Another one can take its place between two operations. */
export class ServedGraph {
  readonly #open: (graph: ServableGraph) => Promise<OpenedDoors>;
  readonly #retired = new Set<OpenedDoors>();
  #current: OpenedDoors;

  private constructor(first: OpenedDoors, open: (graph: ServableGraph) => Promise<OpenedDoors>) {
    this.#current = first;
    this.#open = open;
  }

  /**
   * Opens the first graph.
   *
   * @param graph - composed
   * @param open - opens a graph, this one and those that follow
   */
  static async of(graph: ServableGraph, open: (graph: ServableGraph) => Promise<OpenedDoors>): Promise<ServedGraph> {
    return new ServedGraph(await open(graph), open);
  }

  /** What joins answers now. */
  get engine(): Engine {
    return this.#current.engine;
  }

  /** The whole graph, for the product's own questions. */
  get inner(): ApolloServer<GatewayContext> {
    return this.#current.inner;
  }

  /** All doors; behind each is what is served at the moment. */
  doors(): readonly OpenDoor[] {
    const apolloOf = (at: number): ApolloServer<GatewayContext> => this.#current.doors[at]?.apollo ?? this.inner;
    return DOORS.map((door, at) => ({
      door,
      get apollo() {
        return apolloOf(at);
      },
    }));
  }

  /**
   * Serves another graph from now on. Operations that began on the one before are finished there.
   *
   * @param graph - composed
   * @throws Error where it can not be opened; the one before is served on
   */
  async serve(graph: ServableGraph): Promise<void> {
    const before = this.#current;
    this.#current = await this.#open(graph);
    this.#retired.add(before);
    setTimeout(() => {
      if (this.#retired.delete(before)) void before.stop();
    }, RETIRE_MS).unref();
  }

  /** Closes all that is open. */
  async stop(): Promise<void> {
    for (const opened of [...this.#retired, this.#current]) await opened.stop();
    this.#retired.clear();
  }
}
