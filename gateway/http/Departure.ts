import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { withDeadline } from '../transport/withDeadline.ts';
import { GatewayError } from '../errors/GatewayError.ts';
import type { OperationsInFlight } from './OperationsInFlight.ts';

/** How a server leaves. */
export interface DepartureOptions {
  readonly operations: OperationsInFlight;
  readonly logger: Logger;
  /** How long requests are still answered after `/health/ready` says no, so that balancers notice first, in milliseconds; 0 unless given. */
  readonly delayMs?: number | undefined;
}

/** All together, so that a process that was told to end is gone within ten seconds. */
const LEAVE_MS = 8_000;

/**
 * How an HTTP server ends without losing a request: first it is not ready any more but answers, for as long as balancers need to see
 * that; then it takes no more requests; then it waits for those that are being answered.
 */
export class Departure {
  readonly #options: DepartureOptions;
  #isLeaving = false;
  #isClosed = false;

  /**
   * @param options - see {@link DepartureOptions}
   */
  constructor(options: DepartureOptions) {
    this.#options = options;
  }

  /** Whether the server is about to end. */
  get isLeaving(): boolean {
    return this.#isLeaving;
  }

  /**
   * Watches over the requests of a server: refuses those that come too late, and lets connections end.
   *
   * @param server - that does not listen yet
   */
  watch(server: FastifyInstance): void {
    server.addHook('onRequest', (request, _reply, next) => {
      const isHealth = request.url.startsWith('/health/');
      next(this.#isClosed && !isHealth ? new GatewayError('SHUTTING_DOWN') : undefined);
    });
    server.addHook('onSend', (_request, reply, payload, next) => {
      if (this.#isLeaving) void reply.header('connection', 'close');
      next(null, payload);
    });
  }

  /**
   * Ends a server: up to 8 s after the call what is still being answered is cut off.
   *
   * @param server - that listens
   */
  async leave(server: FastifyInstance): Promise<void> {
    const { operations, logger, delayMs = 0 } = this.#options;
    this.#isLeaving = true;
    if (delayMs > 0) await pause(delayMs);
    this.#isClosed = true;
    const drained = server.close().then(async () => operations.finished());
    await withDeadline(drained, LEAVE_MS - delayMs).catch(() => {
      logger.warn('some requests took too long to finish and were cut off');
      server.server.closeAllConnections();
    });
  }
}
