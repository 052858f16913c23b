import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Pool, type Dispatcher } from 'undici';

/** What stands before several servers of the same kind, as in front of every service in production. */
export interface Balancer {
  readonly url: string;
  /** Whether a server says that it is ready, as far as was looked. */
  isReady(server: string): boolean;
  /** Sends requests to other servers from now on; those that go finish what they have. */
  use(servers: readonly string[]): void;
  stop(): Promise<void>;
}

interface Server {
  readonly pool: Pool;
  /** Health is asked apart from the requests that it is about. */
  readonly health: Pool;
  isReady: boolean;
}

const LOOK_EVERY_MS = 200;
/** On a busy machine a healthy server may be late. */
const LOOK_MS = 2_000;
/** What belongs to one connection (RFC 9110 section 7.6.1) or is set anew. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'host', 'expect']);
const BAD_GATEWAY = 502;

/**
 * Starts a balancer. It asks `/health/ready` of each server five times a second, sends requests in turn to those that are ready (to
 * all where none is), another one where a server takes no connection, and nothing twice that may have arrived: 502 says so.
 *
 * @param servers - where they listen, for instance `http://127.0.0.1:4101`
 */
export async function startBalancer(servers: readonly string[]): Promise<Balancer> {
  const known = new Map<string, Server>();
  let used: readonly Server[] = [];
  let turn = 0;
  const use = (urls: readonly string[]): void => {
    used = urls.map((url) => {
      const server = known.get(url) ?? {
        pool: new Pool(url),
        health: new Pool(url, { connections: 1 }),
        isReady: false,
      };
      known.set(url, server);
      return server;
    });
  };
  const inTurn = (): readonly Server[] => {
    const ready = used.filter(({ isReady }) => isReady);
    const able = ready.length > 0 ? ready : used;
    turn += 1;
    return able.map((_, at) => able[(at + turn) % able.length]).filter((server) => server !== undefined);
  };
  use(servers);
  const looking = setInterval(() => {
    for (const server of known.values()) void look(server);
  }, LOOK_EVERY_MS);
  const front = createServer((request, reply) => {
    void forward(request, reply, inTurn).catch(() => reply.destroy());
  }).listen(0, '127.0.0.1');
  await once(front, 'listening');
  return {
    url: `http://127.0.0.1:${(front.address() as AddressInfo).port}`,
    isReady: (url) => known.get(url)?.isReady ?? false,
    use,
    async stop() {
      clearInterval(looking);
      front.close();
      front.closeAllConnections();
      await Promise.all([...known.values()].flatMap(({ pool, health }) => [pool.destroy(), health.destroy()]));
    },
  };
}

async function look(server: Server): Promise<void> {
  try {
    const { statusCode, body } = await server.health.request({
      method: 'GET',
      path: '/health/ready',
      signal: AbortSignal.timeout(LOOK_MS),
    });
    await body.dump();
    server.isReady = statusCode === 200;
  } catch {
    server.isReady = false;
  }
}

async function forward(
  request: IncomingMessage,
  reply: ServerResponse,
  inTurn: () => readonly Server[],
): Promise<void> {
  const gone = new AbortController();
  reply.once('close', () => {
    gone.abort();
  });
  const asked: Dispatcher.RequestOptions = {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: endToEnd(request.headers),
    body: await buffer(request),
    signal: gone.signal,
    headersTimeout: 0,
    bodyTimeout: 0,
  };
  for (const { pool } of inTurn()) {
    try {
      const { statusCode, headers, body } = await pool.request(asked);
      reply.writeHead(statusCode, endToEnd(headers));
      await pipeline(body, reply);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') break;
    }
  }
  if (reply.headersSent) reply.destroy();
  else reply.writeHead(BAD_GATEWAY).end('no server answers');
}

function endToEnd(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).filter(
      (pair): pair is [string, string | string[]] => pair[1] !== undefined && !HOP_BY_HOP.has(pair[0]),
    ),
  );
}
