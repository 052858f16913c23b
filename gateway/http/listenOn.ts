import type { FastifyInstance } from 'fastify';
import { StartError } from '../../src/errors/StartError.ts';

/**
 * Lets a server listen.
 *
 * @param server - with all its routes
 * @param place - address and TCP port; 0 takes a free one
 * @returns where it listens, for instance `http://127.0.0.1:4000`
 * @throws StartError `PORT_IN_USE` when another program listens there
 */
export async function listenOn(
  server: FastifyInstance,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<string> {
  try {
    return await server.listen({ port, host });
  } catch (error) {
    const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    throw isTaken ? new StartError('PORT_IN_USE', { port, host }, { cause: error }) : error;
  }
}
