import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { TokenEndpoint } from '../../src/identity/oauth/TokenEndpoint.ts';
import { GatewayError } from '../errors/GatewayError.ts';
import { logFault } from '../errors/logFault.ts';
import type { ChargeAttempt } from '../limits/attemptCharge.ts';

/** What the token endpoint needs. */
export interface OauthRouteOptions {
  readonly tokens: TokenEndpoint;
  readonly logger: Logger;
  /** Keeps secrets from being tried out; nobody is kept from it unless given. */
  readonly chargeAttempt?: ChargeAttempt | undefined;
}

/** More than any request for a token is long, in bytes. */
const BODY_LIMIT = 8_192;
const PATH = '/oauth/token';
const FORM = 'application/x-www-form-urlencoded';

/**
 * Opens `POST /oauth/token`: registered clients exchange their secret for a token (RFC 6749, section 4.4).
 *
 * Refusals have the form of RFC 6749, section 5.2, not that of GraphQL. Browsers of other sites can not use it: there is no
 * CORS header, as a secret has no place in a page.
 *
 * @param server - the HTTP server
 * @param options - what gives tokens
 */
export function oauthRoute(server: FastifyInstance, { tokens, logger, chargeAttempt }: OauthRouteOptions): void {
  void server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(FORM, { parseAs: 'string' }, (_request, body, done) => {
      done(null, String(body));
    });
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, _body, done) => {
      done(null, undefined);
    });
    scope.post(PATH, { bodyLimit: BODY_LIMIT }, async (request, reply) => {
      const seconds = await chargeAttempt?.(request);
      if (seconds !== undefined) {
        return reply
          .code(429)
          .headers({ 'cache-control': 'no-store', 'retry-after': seconds })
          .send({
            error: 'temporarily_unavailable',
            error_description: `Too many attempts; ask again in ${seconds} s.`,
          });
      }
      const form = typeof request.body === 'string' ? formOf(request.body) : undefined;
      if (form === undefined) {
        const error_description = `Send the parameters as ${FORM}, each once.`;
        return reply
          .code(400)
          .header('cache-control', 'no-store')
          .send({ error: 'invalid_request', error_description });
      }
      const { status, headers, body, fault } = await tokens.answer({ headers: headersOf(request.headers), form });
      if (fault instanceof Error) logFault(logger, fault, request.id);
      return reply.code(status).headers(headers).send(body);
    });
    scope.route({
      method: ['GET', 'PUT', 'PATCH', 'DELETE'],
      url: PATH,
      onRequest: async (_request, reply) => {
        void reply.header('allow', 'POST');
        return Promise.reject(new GatewayError('METHOD_NOT_ALLOWED'));
      },
      handler: () => undefined,
    });
    return Promise.resolve();
  });
}

/** A parameter that stands there twice is refused (RFC 6749, section 3.2): two readers could take different ones. */
function formOf(body: string): Readonly<Record<string, string>> | undefined {
  const pairs = [...new URLSearchParams(body)];
  const form = Object.fromEntries(pairs);
  return Object.keys(form).length === pairs.length ? form : undefined;
}

function headersOf(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
