import type { GraphQLSchema } from 'graphql';
import type { Engine, GatewaySeam } from '../engine/Engine.ts';
import { answerSchemaFields, type RunOperation } from './answerSchemaFields.ts';

type SchemaListener = Parameters<GatewaySeam['onSchemaLoadOrUpdate']>[0];
type LoadedSchema = Parameters<SchemaListener>[0];

/** One engine behind several servers, each with a schema of its own. */
export interface SharedEngine {
  /**
   * The engine as a server takes it.
   *
   * @param schema - by which operations are validated and questions about the schema answered; that of the whole graph unless given
   */
  seam(schema?: GraphQLSchema): GatewaySeam;
  /** Ends the engine, once all servers have stopped. */
  stop(): Promise<void>;
}

/**
 * Lets several servers stand before one engine: plans are made over the whole graph, once, whatever door an operation came in by. An
 * engine for each door would hold the graph and the plans four times.
 *
 * @param engine - not loaded yet
 */
export function shareEngine({ gateway }: Pick<Engine, 'gateway'>): SharedEngine {
  let whole: LoadedSchema | undefined;
  gateway.onSchemaLoadOrUpdate((loaded) => {
    whole = loaded;
  });
  let loading: Promise<RunOperation> | undefined;
  const load = async (options: Parameters<GatewaySeam['load']>[0]): Promise<RunOperation> => {
    const { executor } = await gateway.load(options);
    if (!executor) throw new Error('The engine has no executor');
    return executor;
  };
  return {
    seam: (schema) =>
      seamOf(async (options) => {
        const run = await (loading ??= load(options));
        if (!whole) throw new Error('The engine has told no schema');
        return schema
          ? { run: answerSchemaFields(run, schema), loaded: { ...whole, apiSchema: schema } }
          : { run, loaded: whole };
      }),
    stop: async () => gateway.stop(),
  };
}

interface Loaded {
  readonly run: RunOperation;
  readonly loaded: LoadedSchema;
}

function seamOf(load: (options: Parameters<GatewaySeam['load']>[0]) => Promise<Loaded>): GatewaySeam {
  const listeners = new Set<SchemaListener>();
  return {
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load(options) {
      const { run, loaded } = await load(options);
      for (const tell of listeners) tell(loaded);
      return { executor: run };
    },
    // The engine is shared, and ended by whoever shares it.
    stop: async () => Promise.resolve(),
  };
}
