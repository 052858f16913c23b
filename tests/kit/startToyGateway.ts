import { pino } from 'pino';
import { startGateway, type GatewayOptions, type RunningGateway } from '../../gateway/startGateway.ts';
import { ANONYMOUS } from '../../src/identity/Caller.ts';
import { doorHeaders, doorPathFor } from './doorPath.ts';
import { keepSaid } from './runLog.ts';
import { TESTED_ENGINE } from './testedEngine.ts';
import { toySubgraphs, type ToyFaults, type ToyProbe } from './toySubgraphs.ts';

/** What a GraphQL request answered over HTTP. */
export interface ToyReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: {
    readonly data?: Readonly<Record<string, unknown>> | null;
    readonly errors?: readonly ToyError[];
    readonly extensions?: unknown;
  };
}

/** An error as a caller reads it. */
export interface ToyError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: unknown;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** A gateway over the toy departments, listening. */
export interface ToyGateway extends RunningGateway {
  readonly probe: ToyProbe;
  /** Lines that were logged, parsed. */
  readonly log: Readonly<Record<string, unknown>>[];
  /** Sends one operation by POST, to the door of its caller. */
  ask(query: string, variables?: object, headers?: Readonly<Record<string, string>>): Promise<ToyReply>;
  /** Sends any request. */
  send(path: string, request?: RequestInit): Promise<ToyReply>;
}

/**
 * Starts a gateway over three toy departments on a free port; the caller stops it.
 *
 * @param options - what differs from an anonymous gateway where all is well
 */
export async function startToyGateway(
  options: Partial<GatewayOptions> & { readonly faults?: ToyFaults } = {},
): Promise<ToyGateway> {
  const { faults, identify = async () => Promise.resolve(ANONYMOUS), ...rest } = options;
  const { subgraphs, probe } = toySubgraphs(faults);
  const log: Readonly<Record<string, unknown>>[] = [];
  const write = (line: string): void => {
    keepSaid(line);
    log.push(JSON.parse(line) as Readonly<Record<string, unknown>>);
  };
  const running = await startGateway({
    subgraphs,
    identify,
    ready: async () => Promise.resolve({ ok: true, details: { toys: 'in memory' } }),
    logger: pino({ level: 'info', base: null }, { write }),
    port: 0,
    host: '127.0.0.1',
    engine: TESTED_ENGINE,
    ...rest,
  });
  const send = async (path: string, request: RequestInit = {}): Promise<ToyReply> => {
    const response = await fetch(`${running.url}${path}`, request);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson ? JSON.parse(text) : {}) as ToyReply['body'],
    };
  };
  return {
    ...running,
    probe,
    log,
    send,
    ask: async (query, variables, headers = {}) => {
      const path = await doorPathFor(headers, identify);
      return send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...doorHeaders(path), ...headers },
        body: JSON.stringify({ query, variables }),
      });
    },
  };
}
