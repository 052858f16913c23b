import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AuditWriter } from '../../src/audit/AuditRecord.ts';
import { knownCaller } from '../http/requestCaller.ts';
import { auditedCaller, isCredentialed } from './auditedCaller.ts';
import { requestName } from './requestName.ts';

/** What is known of a request that was refused. */
export type RefusedRequest = Pick<FastifyRequest, 'id' | 'headers' | 'routeOptions'>;

/**
 * Records requests with credentials that are refused before an operation could be read: at the wrong door, for an unknown purpose, with an
 * unreadable body. What gets further is recorded by what answers it. Credentials that nobody knows name nobody, and are not recorded: whoever
 * wanted could fill the log with them.
 */
export class RefusedRequests {
  readonly #writer: AuditWriter;
  readonly #reached = new WeakSet<object>();

  /**
   * @param writer - the log
   */
  constructor(writer: AuditWriter) {
    this.#writer = writer;
  }

  /**
   * Has requests told apart that get to the handler of their route.
   *
   * @param server - without routes yet
   */
  watch(server: FastifyInstance): void {
    const reached = this.#reached;
    server.addHook('onRoute', (route) => {
      const { handler } = route;
      route.handler = function (request, reply) {
        reached.add(request);
        return handler.call(this, request, reply);
      };
    });
  }

  /**
   * Records a refusal, unless the request got to its handler. A refusal that can not be recorded leaves all the same: it tells nothing.
   *
   * @param request - that was refused
   * @param code - of the refusal
   */
  async note(request: RefusedRequest, code: string): Promise<void> {
    if (!this.#reached.has(request)) await this.record(request, [code]);
  }

  /**
   * Records a refusal.
   *
   * @param request - that was refused
   * @param codes - of the refusal
   */
  async record(request: RefusedRequest, codes: readonly string[]): Promise<void> {
    const caller = knownCaller(request);
    if (caller === undefined || !isCredentialed(caller)) return;
    // The pattern of the route: an address may hold anything.
    const { url: door = '/' } = request.routeOptions;
    await this.#writer
      .record({
        ...{ request: requestName(request.id), door, stage: 'ENDED', caller: auditedCaller(caller) },
        ...{ operation: UNREAD, subjects: [], codes },
      })
      .catch(() => undefined);
  }
}

const UNREAD = { kind: 'UNREADABLE', coordinates: [] } as const;
