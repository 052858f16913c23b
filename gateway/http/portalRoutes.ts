import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, RouteHandlerMethod } from 'fastify';
import { DOORS } from '../doors/Door.ts';
import { DOORS_POLICY, doorsPage } from '../doors/doorsPage.ts';
import type { PortalExample } from '../../src/portal/PortalExample.ts';

/** What the explorer shows and where its built files lie. */
export interface PortalOptions {
  /** Folder of the built page (`npm run build:portal`). */
  readonly folder: string;
  /** Whether there are ready-made callers, which the page then offers. */
  readonly hasCallers: boolean;
  /** The examples of a door, asked for whenever its page is opened, so that they follow what was imported meanwhile. */
  readonly examples: (door: string) => Promise<readonly PortalExample[]>;
}

/**
 * The page may load from this server only: closed networks have no other, and a typed query is nobody else's business.
 * The editor writes its styles into the page, hence the one exception.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-cache' };

const NOT_BUILT = 'The explorer is not built: run `npm run build:portal`. The graph itself answers at /graphql.\n';

/**
 * Serves a page about the doors at `/`, the explorer of each at `/open`, `/agency`, `/my` and `/internal`, and everything that they need
 * below `/portal/`.
 *
 * @param server - the HTTP server
 * @param options - its files and its examples
 */
export async function portalRoutes(
  server: FastifyInstance,
  { folder, examples, hasCallers }: PortalOptions,
): Promise<void> {
  const index = join(folder, 'index.html');
  const page = existsSync(index) ? await readFile(index, 'utf8') : undefined;
  server.get('/', (_request, reply) =>
    reply
      .headers({ ...HEADERS, 'content-security-policy': DOORS_POLICY })
      .type('text/html; charset=utf-8')
      .send(doorsPage()),
  );
  const explorer: RouteHandlerMethod = (_request, reply) => {
    if (page === undefined) return reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT);
    return reply
      .headers({ ...HEADERS, 'content-security-policy': POLICY })
      .type('text/html; charset=utf-8')
      .send(hasCallers ? page.replace('<html', '<html data-callers') : page);
  };
  for (const { name } of DOORS) {
    server.get(`/${name}`, explorer);
    server.get(`/portal/${name}.json`, async (_request, reply) => {
      void reply.header('cache-control', 'no-cache');
      return examples(name);
    });
  }
  if (page === undefined) return;
  await server.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/portal/assets/',
    index: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    setHeaders: (reply) => {
      reply.setHeader('x-content-type-options', 'nosniff');
      reply.setHeader('content-security-policy', POLICY);
    },
  });
}
