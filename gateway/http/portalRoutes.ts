import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { PortalExample } from '../../src/portal/PortalExample.ts';

/** What the explorer shows and where its built files lie. */
export interface PortalOptions {
  /** Folder of the built page (`npm run build:portal`). */
  readonly folder: string;
  /** The examples, asked for whenever the page is opened, so that they follow what was imported meanwhile. */
  readonly examples: () => Promise<readonly PortalExample[]>;
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

const NOT_BUILT = 'The explorer is not built: run `npm run build:portal`. The graph itself answers at /graphql.\n';

/**
 * Serves the explorer at `/` and everything it needs below `/portal/`.
 *
 * @param server - the HTTP server
 * @param options - its files and its examples
 */
export async function portalRoutes(server: FastifyInstance, { folder, examples }: PortalOptions): Promise<void> {
  const index = join(folder, 'index.html');
  const page = existsSync(index) ? await readFile(index, 'utf8') : undefined;
  server.get('/', (_request, reply) => {
    if (page === undefined) return reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT);
    return reply
      .headers({
        'content-security-policy': POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-cache',
      })
      .type('text/html; charset=utf-8')
      .send(page);
  });
  server.get('/portal/examples.json', async (_request, reply) => {
    void reply.header('cache-control', 'no-cache');
    return examples();
  });
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
