import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../src/identity/Caller.ts';
import { clientAddress } from '../limits/budget/clientAddress.ts';
import { payerOf, type Payer } from '../limits/budget/Payer.ts';

/** Tells whose budget pays for a request. */
export type RequestPayer = (caller: Caller, request: Pick<FastifyRequest, 'headers' | 'socket'>) => Payer;

/**
 * Makes the function that tells whose budget pays.
 *
 * @param trustedProxies - how many proxies in front of this server are believed about who is calling
 */
export function requestPayer(trustedProxies: number): RequestPayer {
  return (caller, { headers, socket }) => {
    const origin = { remote: socket.remoteAddress, forwardedFor: headers['x-forwarded-for'] };
    return payerOf(caller, clientAddress(origin, trustedProxies));
  };
}
