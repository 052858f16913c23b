import type { GatewayEngine } from '../../src/config/env.ts';
import { messageOf } from '../../src/errors/messageOf.ts';
import type { Engine, EngineOptions } from './Engine.ts';

/** How the engines are loaded: each only where it is used, since either brings code that the other does not need. */
export interface EngineLoaders {
  /** Fails where the planner has no program for this machine. */
  readonly planner: () => Promise<unknown>;
  readonly own: () => Promise<(options: EngineOptions) => Engine>;
  readonly apollo: () => Promise<(options: EngineOptions) => Engine>;
}

const LOADERS: EngineLoaders = {
  planner: () => import('@graphql-hive/router-query-planner'),
  own: async () => (await import('./ownEngine.ts')).ownEngine,
  apollo: async () => (await import('./apolloEngine.ts')).apolloEngine,
};

/**
 * Makes the engine that plans operations over the departments and joins what they answer.
 *
 * It stands behind Apollo Server's `gateway` seam. Where the own engine's planner does not load (it brings programs for
 * Linux with glibc and for macOS only), `@apollo/gateway` takes its place, and the log says so.
 *
 * @param kind - which engine is wanted
 * @param options - the composed graph and its departments
 * @param loaders - how the engines are loaded; tests replace them
 */
export async function createEngine(
  kind: GatewayEngine,
  options: EngineOptions,
  loaders: EngineLoaders = LOADERS,
): Promise<Engine> {
  const isOwn = kind === 'own' && (await loads(loaders, options));
  const make = await (isOwn ? loaders.own() : loaders.apollo());
  return make(options);
}

async function loads({ planner }: EngineLoaders, { logger }: EngineOptions): Promise<boolean> {
  try {
    await planner();
    return true;
  } catch (error) {
    const reason = messageOf(error);
    logger.warn(
      { reason, engine: 'apollo' },
      'the own engine does not run on this machine, @apollo/gateway joins instead',
    );
    return false;
  }
}
