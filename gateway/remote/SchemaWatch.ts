import { randomUUID } from 'node:crypto';
import { parse } from 'graphql';
import { ANONYMOUS } from '../../src/identity/Caller.ts';
import { messageOf } from '../../src/errors/messageOf.ts';
import type { Logger } from '../../src/telemetry/logger.ts';
import { CompositionError, type SubgraphSource } from '../compose.ts';
import type { DepartmentFetch, Transport } from '../transport/Transport.ts';
import { SERVICE_QUERY, type ServiceAnswer } from './serviceSdl.ts';

/** What is watched, and what becomes of a change. */
export interface SchemaWatchOptions {
  /** How departments are asked, by name. */
  readonly transports: ReadonlyMap<string, Transport>;
  /** The schema of each department that is served now, as the department itself tells it. */
  readonly served: ReadonlyMap<string, string>;
  /**
   * Serves other schemas from now on.
   *
   * @throws CompositionError, or another, where they can not be served; what was served before still is
   */
  readonly serve: (sources: readonly SubgraphSource[]) => Promise<void>;
  readonly logger: Logger;
  /** Pause between two looks, in milliseconds; 2 s unless given. */
  readonly everyMs?: number;
}

const EVERY_MS = 2_000;
const DOCUMENT = parse(SERVICE_QUERY, { noLocation: true });

/**
 * Watches the schemas of departments that run by themselves, and has another one served once a department tells the same one twice in
 * a row: while its processes are replaced one by one, old and new ones answer in turns. A schema that does not fit is refused; the
 * graph goes on with the one before.
 */
export class SchemaWatch {
  readonly #options: SchemaWatchOptions;
  #served: ReadonlyMap<string, string>;
  #seen = new Map<string, string>();
  #refused: { readonly key: string; readonly reason: string } | undefined;
  #timer: NodeJS.Timeout | undefined;
  #look: Promise<void> = Promise.resolve();
  #isStopped = false;

  /**
   * @param options - see {@link SchemaWatchOptions}
   */
  constructor(options: SchemaWatchOptions) {
    this.#options = options;
    this.#served = options.served;
  }

  /** Why the schemas that departments tell are not served; undefined where they are. */
  get refusal(): string | undefined {
    return this.#refused?.reason;
  }

  /** Looks at once, and then again and again until it is stopped. */
  start(): void {
    this.#look = this.look().finally(() => {
      if (this.#isStopped) return;
      this.#timer = setTimeout(() => {
        this.start();
      }, this.#options.everyMs ?? EVERY_MS).unref();
    });
  }

  /** Looks once: asks every department for its schema, and has the schemas served if they are others than before. */
  async look(): Promise<void> {
    const { transports } = this.#options;
    const told = await Promise.all(
      [...transports].map(async ([name, transport]) => [name, await sdlOf(transport)] as const),
    );
    const wanted = new Map(this.#served);
    for (const [name, sdl] of told) {
      if (sdl !== undefined && this.#seen.get(name) === sdl) wanted.set(name, sdl);
      if (sdl !== undefined) this.#seen.set(name, sdl);
    }
    const changed = [...wanted].filter(([name, sdl]) => this.#served.get(name) !== sdl).map(([name]) => name);
    if (changed.length === 0) this.#refused = undefined;
    else await this.#serve(wanted, changed);
  }

  /** Ends the watch after the look that is going on. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#look;
  }

  async #serve(wanted: ReadonlyMap<string, string>, changed: readonly string[]): Promise<void> {
    const { serve, logger } = this.#options;
    const key = JSON.stringify([...wanted]);
    if (this.#refused?.key === key) return;
    try {
      await serve([...wanted].map(([name, sdl]) => ({ name, sdl })));
      this.#served = wanted;
      this.#refused = undefined;
      logger.info({ departments: changed }, 'the graph is served with another schema');
    } catch (error) {
      const problems = error instanceof CompositionError ? error.problems : [messageOf(error)];
      this.#refused = { key, reason: `${changed.join(', ')}: ${problems[0] ?? ''}` };
      logger.error({ departments: changed, problems }, 'a schema does not fit; the graph goes on with the one before');
    }
  }
}

async function sdlOf(transport: Transport): Promise<string | undefined> {
  const request = { caller: ANONYMOUS, requestId: randomUUID(), now: new Date(), locale: 'en' as const };
  const fetch: DepartmentFetch = {
    query: SERVICE_QUERY,
    document: DOCUMENT,
    operationName: undefined,
    variables: {},
    context: { request, reply: { isFormatted: false } },
  };
  const { data } = await transport.fetch(fetch);
  return (data as ServiceAnswer | null)?._service?.sdl ?? undefined;
}
