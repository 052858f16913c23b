import { types } from 'node:util';
import type { DocumentNode } from 'graphql';
import type { Logger } from 'pino';
import { Pool } from 'undici';
import type { GatewayContext } from '../GatewayContext.ts';
import { CircuitBreaker, type BreakerState } from './CircuitBreaker.ts';
import { DepartmentErrors, type DepartmentName, type RawAnswer } from './DepartmentErrors.ts';
import { isRead } from './isRead.ts';
import { ExchangeError, postJson, type HttpReply, type JsonRequest } from './postJson.ts';
import { MAX_BYTES } from './readableText.ts';
import { readReply } from './readReply.ts';
import { SharedReads } from './SharedReads.ts';
import type { DepartmentAnswer, DepartmentFetch, Transport } from './Transport.ts';

type Headers = Readonly<Record<string, string>>;

/** How a department in another process is asked. */
export interface HttpOptions {
  /** Where it answers GraphQL over HTTP. */
  readonly url: string;
  readonly logger: Logger;
  /** How long the department may take for one fetch, in milliseconds. */
  readonly deadlineMs: number;
  /** What the department is told about the caller; nothing unless given. */
  readonly headersOf?: (context: GatewayContext) => Headers | Promise<Headers>;
  /** What the department is told of the trace that is going on; nothing unless given. */
  readonly traceHeaders?: () => Headers;
  /**
   * Whether identical reads that are on their way at the same time become one request. Identical are the headers of
   * {@link HttpOptions.headersOf}, which say in whose name it is asked, and the whole body. Off unless given.
   */
  readonly sharesReads?: boolean;
  /**
   * Whether it is asked even while it is known not to answer: where each fetch is to be judged by itself, and nobody's patience is spared.
   * Off unless given.
   */
  readonly asksAlways?: boolean;
  /** Most connections at a time; 128 unless given. */
  readonly connections?: number;
}

const CONNECTIONS = 128;
/** A department that is there takes a connection at once. */
const CONNECT_MS = 1_000;
/** After this time without any answer it is asked whether it is alive, twice at most, and has this long to say so each time. */
const STALL_MS = 500;
const PROBES = 2;
const PROBE_MS = 650;
const LAG_MS = 100;
const JSON_HEADERS = [
  ...['content-type', 'application/json'],
  ...['accept', 'application/graphql-response+json, application/json;q=0.9'],
];
const PROBE = JSON.stringify({ query: '{ __typename }' });

/**
 * A department in another process, asked over connections that are kept open.
 *
 * A read that loses its connection, or finds one of several processes being stopped, is sent once more; a mutation only where nothing
 * of it can have begun. While the
 * department is known not to answer, nothing is sent at all.
 */
export class HttpTransport implements Transport {
  readonly #options: HttpOptions;
  readonly #path: string;
  readonly #pool: Pool;
  /** The probe must not wait behind the requests that it is about. */
  readonly #probePool: Pool;
  readonly #errors: DepartmentErrors;
  readonly #breaker: CircuitBreaker;
  readonly #shared = new SharedReads();
  /** The part of a body that is the same for each fetch of a document. */
  readonly #beginnings = new WeakMap<DocumentNode, string>();
  #answeredAt = 0;
  #suspicion: Promise<void> | undefined;

  /**
   * @param department - its name in errors and in the log
   * @param options - where it is, and how it is asked
   */
  constructor(department: DepartmentName, options: HttpOptions) {
    const { origin, pathname, search } = new URL(options.url);
    const connect = { timeout: CONNECT_MS };
    const settings = { connect, maxResponseSize: MAX_BYTES, headersTimeout: 0, bodyTimeout: 0 };
    this.#options = options;
    this.#path = `${pathname}${search}`;
    this.#pool = new Pool(origin, { ...settings, connections: options.connections ?? CONNECTIONS });
    this.#probePool = new Pool(origin, { ...settings, connections: 1 });
    this.#errors = new DepartmentErrors(department, options.logger);
    const failures = options.asksAlways === true ? { failures: Infinity, patienceMs: Infinity } : {};
    this.#breaker = new CircuitBreaker({ probe: async () => (await this.#probe()) === undefined, ...failures });
  }

  /** Whether requests are sent to the department. */
  get breaker(): BreakerState {
    return this.#breaker.state;
  }

  /**
   * Answers one fetch of a plan. Never rejects: what fails is said in `errors`.
   *
   * @param fetch - what is asked
   */
  async fetch(fetch: DepartmentFetch): Promise<DepartmentAnswer> {
    const { document } = fetch;
    if (this.#breaker.state !== 'closed') return this.#errors.unanswered(document, this.#breaker.fault);
    try {
      const { subjects, ...answer } = readReply(await this.#ask(fetch));
      this.#answered();
      for (const code of subjects ?? []) fetch.context.request.subjects?.add(code);
      const refusal = refusalIn(answer);
      // It is there, but takes this gateway for a stranger: its own fields are missing, and nobody can do better by waiting.
      return refusal ? this.#errors.unanswered(document, refusal) : this.#errors.named(answer, document);
    } catch (fault) {
      this.#breaker.failed(fault);
      return this.#errors.unanswered(document, fault);
    }
  }

  /** Since when the department has not answered; undefined as long as it does. */
  get failingSince(): Date | undefined {
    return this.#errors.failingSince;
  }

  /** Closes all connections; fetches that are on their way fail. */
  async close(): Promise<void> {
    this.#breaker.dispose();
    await Promise.all([this.#pool.destroy(), this.#probePool.destroy()]);
  }

  /** Without anything to wait for it waits for nothing: each turn of the queue of promises is paid by each fetch. */
  #ask(fetch: DepartmentFetch): Promise<HttpReply> {
    const rights = this.#options.headersOf?.(fetch.context);
    return types.isPromise(rights) ? rights.then((known) => this.#askAs(fetch, known)) : this.#askAs(fetch, rights);
  }

  #askAs(fetch: DepartmentFetch, rights: Headers | undefined): Promise<HttpReply> {
    const { traceHeaders, deadlineMs, sharesReads } = this.#options;
    const startedAt = performance.now();
    const request: JsonRequest = {
      path: this.#path,
      headers: withHeaders(rights, traceHeaders?.()),
      body: `${this.#beginning(fetch)}${JSON.stringify(fetch.variables)}}`,
      deadlineMs,
      onStall: { afterMs: STALL_MS, tell: () => void this.#suspect(startedAt) },
    };
    if (sharesReads !== true || !isRead(fetch.document)) return this.#sent(request, fetch.document);
    const key = `${JSON.stringify(rights)}${request.body}`;
    return this.#shared.ask(key, () => this.#sent(request, fetch.document));
  }

  #sent(request: JsonRequest, document: DocumentNode): Promise<HttpReply> {
    const again = (): Promise<HttpReply> => postJson(this.#pool, request);
    return postJson(this.#pool, request).then(
      (reply) => (mayBeSentAgain(reply, document) ? again() : reply),
      (error: unknown) => {
        if (!(error instanceof ExchangeError && error.isConnectionLoss)) throw error;
        if (error.wasSent && !isRead(document)) throw error;
        return again();
      },
    );
  }

  #beginning({ document, query, operationName }: DepartmentFetch): string {
    const known = this.#beginnings.get(document);
    if (known !== undefined) return known;
    const made = `${JSON.stringify({ query, operationName }).slice(0, -1)},"variables":`;
    this.#beginnings.set(document, made);
    return made;
  }

  #answered(): void {
    this.#answeredAt = performance.now();
    this.#breaker.succeeded();
  }

  /**
   * A fetch takes long. That is its own affair, unless the department, which has answered before, has stopped answering
   * altogether.
   */
  async #suspect(startedAt: number): Promise<void> {
    if (this.#options.asksAlways === true || this.#answeredAt === 0 || this.#answeredAt > startedAt) return;
    this.#suspicion ??= this.#silence(startedAt).then((fault) => {
      if (fault !== undefined) this.#breaker.trip(fault);
      this.#suspicion = undefined;
    });
    await this.#suspicion;
  }

  /** Probes until the department answers, whatever it answers, or has left as many unanswered as are needed to be sure. */
  async #silence(since: number): Promise<unknown> {
    let fault: unknown;
    for (let unanswered = 0; unanswered < PROBES;) {
      const begun = performance.now();
      fault = await this.#probe();
      if (fault === undefined || this.#answeredAt > since || this.#breaker.state !== 'closed') return undefined;
      // On a machine that is so busy that this process itself was not run, nothing is proved.
      if (performance.now() - begun < PROBE_MS + LAG_MS) unanswered += 1;
    }
    return fault;
  }

  /** Asks the department whether it is alive; gives the reason why it is not. */
  async #probe(): Promise<unknown> {
    try {
      readReply(
        await postJson(this.#probePool, {
          path: this.#path,
          headers: JSON_HEADERS,
          body: PROBE,
          deadlineMs: PROBE_MS,
        }),
      );
      return undefined;
    } catch (fault) {
      return fault;
    }
  }
}

/** The headers of one request, which are the same list as long as nothing is said beside them. */
function withHeaders(rights: Headers | undefined, trace: Headers | undefined): readonly string[] {
  if (!rights && !trace) return JSON_HEADERS;
  return [...JSON_HEADERS, ...Object.entries({ ...rights, ...trace }).flat()];
}

/** What proxies say of a server that is gone, and a server of itself that is being stopped. */
const GONE: ReadonlySet<number> = new Set([502, 503, 504]);

/** A server that is being stopped has begun nothing; of a proxy nobody knows. */
function mayBeSentAgain({ status, text }: HttpReply, document: DocumentNode): boolean {
  return GONE.has(status) && (isRead(document) || text.includes('"SHUTTING_DOWN"'));
}

/** Codes by which a department says that the gateway's own signature was not accepted. */
const REFUSALS: ReadonlySet<unknown> = new Set(['INNER_CALL_REFUSED', 'IDENTITY_UNAVAILABLE']);

function refusalIn({ data, errors }: RawAnswer): Error | undefined {
  const code = errors?.[0]?.extensions?.['code'];
  return !data && REFUSALS.has(code) ? new Error(`The department refuses its gateway: ${String(code)}`) : undefined;
}
