import type { FastifyReply } from 'fastify';
import { GatewayError } from '../../errors/GatewayError.ts';

/** A name of a JavaScript function, such as `jQuery123` or `tool.take`; nothing else may stand before the answer. */
const CALLBACK = /^[A-Za-z_$][\w$]{0,63}(?:\.[A-Za-z_$][\w$]{0,63}){0,3}$/;

/** Ends a line in JavaScript, but not in JSON. */
const LINE_ENDS = /[\u2028\u2029]/g;

/**
 * Sends an answer as JSON, or as a call of the function that an old client names (JSONP).
 *
 * @param reply - where it is sent
 * @param callback - the parameter `callback`, where there is one
 * @param body - the answer
 * @throws GatewayError RECONCILE_INVALID where the callback is no name of a function
 */
export function sendScriptable(reply: FastifyReply, callback: string | undefined, body: object): FastifyReply {
  const json = JSON.stringify(body);
  if (callback === undefined) return reply.type('application/json; charset=utf-8').send(json);
  if (!CALLBACK.test(callback)) throw new GatewayError('RECONCILE_INVALID', { reason: '`callback` names no function' });
  const escaped = json.replace(LINE_ENDS, (character) => (character === '\u2028' ? '\\u2028' : '\\u2029'));
  // The comment keeps the answer from beginning with what a client chose.
  return reply.type('application/javascript; charset=utf-8').send(`/**/${callback}(${escaped});`);
}
