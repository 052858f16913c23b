import { isIPv4 } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AUDIENCES } from '../../src/identity/Caller.ts';
import type { DevelopmentUser } from '../../src/identity/development/developmentUsers.ts';
import { doorOf } from '../doors/Door.ts';
import { GatewayError } from '../errors/GatewayError.ts';

/** Gives callers of each kind. */
export type ReadDevelopmentUsers = () => Promise<readonly DevelopmentUser[]>;

const LOCAL_NAME = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;

/**
 * Opens `GET /dev/tokens`: ready-made credentials of each kind of caller, for this machine alone. Without it there is nothing at that
 * address, as in production.
 *
 * @param server - the HTTP server
 * @param users - makes them
 */
export function developmentRoute(server: FastifyInstance, users: ReadDevelopmentUsers): void {
  server.get('/dev/tokens', async (request, reply) => {
    if (!isOfThisMachine(request)) throw new GatewayError('PATH_UNKNOWN');
    return reply
      .headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
      .type('application/json; charset=utf-8')
      .send(`${JSON.stringify({ users: (await users()).map(withDoor) }, null, 2)}\n`);
  });
}

/** An administrator is somebody of a department. */
function withDoor(user: DevelopmentUser): DevelopmentUser & { readonly door: string; readonly path: string } {
  const { name, path } = doorOf(AUDIENCES.find((audience) => audience === user.kind) ?? 'INTERNAL');
  return { ...user, door: name, path };
}

/** By the connection and by the name: a foreign page that has its own name lead to this machine sends that name. */
function isOfThisMachine({ socket, headers }: FastifyRequest): boolean {
  const { remoteAddress = '' } = socket;
  const address = remoteAddress.replace(/^::ffff:/, '');
  const isLoopback = address === '::1' || (isIPv4(address) && address.startsWith('127.'));
  return isLoopback && LOCAL_NAME.test(headers.host ?? '');
}
