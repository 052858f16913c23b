import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../../../src/identity/Caller.ts';
import type { Identify } from '../../../src/identity/identifyCaller.ts';
import { checkUscc } from '../../../src/values/uscc.ts';
import { AppError } from '../../../src/errors/AppError.ts';
import type { AskGraph } from '../../askGraph.ts';
import { GatewayError } from '../../errors/GatewayError.ts';
import type { EnumWords } from '../../report/enumWords.ts';
import type { OperationsInFlight } from '../OperationsInFlight.ts';
import { extend, extendQuery, proposedProperties } from './extend.ts';
import { manifest, RECONCILE_PATH } from './manifest.ts';
import { PREVIEW_POLICY, PREVIEW_QUERY, previewPage, type Previewed } from './previewPage.ts';
import { queryBatch } from './queryBatch.ts';
import { reconcileBatch } from './reconcileBatch.ts';
import { sendScriptable } from './sendScriptable.ts';
import { suggestEntities, suggestProperties, suggestTypes, type SuggestQuery, type Suggestions } from './suggest.ts';
import { askFor, type AskForOptions } from '../askFor.ts';
import { statedCaller } from '../statedCaller.ts';

/** What the doors of reconciliation need. */
export interface ReconcileRouteOptions extends AskForOptions {
  readonly words: EnumWords;
  readonly identify: Identify;
  readonly operations: OperationsInFlight;
  /** Where others reach this server; as the request names it unless given. */
  readonly publicUrl: string | undefined;
}

/** Any origin, without credentials of the browser: a token is sent by whoever has one, and no cookie means anything here. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers': 'authorization, content-type, accept-language, x-purpose',
  'access-control-max-age': '86400',
} as const;

const FORM = 'application/x-www-form-urlencoded';
const NO_CONTENT = 204;

/**
 * Opens the Reconciliation API 0.2 at `/reconcile`: manifest, batches, suggestions, previews and data extension for spreadsheets and
 * OpenRefine. All of it is asked of the graph in the caller's name, without a token as the public.
 *
 * @param server - the HTTP server
 * @param options - what answers, and who may ask
 */
export function reconcileRoute(server: FastifyInstance, options: ReconcileRouteOptions): void {
  const askers = new WeakMap<FastifyRequest, Asker>();
  const { identify, operations, words } = options;
  const askerOf = (request: FastifyRequest): Asker => {
    const asker = askers.get(request);
    if (asker === undefined) throw new Error('The request has no caller');
    return asker;
  };
  void server.register(async (scope) => {
    scope.addContentTypeParser(FORM, { parseAs: 'string' }, (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(String(body))));
    });
    scope.addHook('onRequest', async (request, reply) => {
      void reply.headers({ ...CORS, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
      if (request.method === 'OPTIONS') return;
      const caller = await statedCaller(request, identify);
      askers.set(request, { caller, askGraph: askFor(options, request, reply, caller) });
    });
    scope.options(`${RECONCILE_PATH}*`, (_request, reply) => reply.code(NO_CONTENT).send());
    scope.route({
      method: ['GET', 'POST'],
      url: RECONCILE_PATH,
      handler: async (request, reply) =>
        operations.track(async () => {
          const asked = { ...parametersOf(request.query), ...parametersOf(request.body) };
          return sendScriptable(reply, asked['callback'], await answer(asked, request));
        }),
    });
    scope.get(`${RECONCILE_PATH}/suggest/entity`, async (request, reply) =>
      operations.track(async () =>
        suggested(request, reply, (query) => {
          const { askGraph, caller } = askerOf(request);
          return suggestEntities(askGraph, query, caller);
        }),
      ),
    );
    scope.get(`${RECONCILE_PATH}/suggest/property`, (request, reply) => suggested(request, reply, suggestProperties));
    scope.get(`${RECONCILE_PATH}/suggest/type`, (request, reply) => suggested(request, reply, suggestTypes));
    scope.get(`${RECONCILE_PATH}/properties`, (request, reply) => {
      const { callback, limit } = parametersOf(request.query);
      return sendScriptable(reply, callback, proposedProperties(wholeNumber(limit)));
    });
    scope.get(`${RECONCILE_PATH}/preview`, async (request, reply) => {
      const enterprise = await previewed(askerOf(request), parametersOf(request.query)['id'] ?? '');
      void reply.headers({ 'content-security-policy': PREVIEW_POLICY, 'referrer-policy': 'no-referrer' });
      return reply.type('text/html; charset=utf-8').send(previewPage(enterprise, words));
    });
    return Promise.resolve();
  });

  /** A request that asks for nothing is told what there is. */
  async function answer(asked: Parameters, request: FastifyRequest): Promise<object> {
    const { queries, extend: extension } = asked;
    const { askGraph, caller } = askerOf(request);
    if (queries !== undefined) return reconcileBatch(askGraph, queryBatch(queries), caller);
    if (extension !== undefined) return extend(askGraph, extendQuery(extension), caller, words);
    if (request.method === 'POST')
      throw new GatewayError('RECONCILE_INVALID', { reason: 'neither queries nor extend' });
    return manifest(options.publicUrl ?? `${request.protocol}://${request.host}`);
  }
}

/** Who asks, and the graph on its account. */
interface Asker {
  readonly caller: Caller;
  readonly askGraph: AskGraph;
}

type Parameters = Readonly<Partial<Record<string, string>>>;

/** Parameters of the address or of a form; one that is given twice counts as it was given last. */
function parametersOf(given: unknown): Parameters {
  const entries = Object.entries(given ?? {}).flatMap(([name, value]): [string, string][] => {
    const last: unknown = Array.isArray(value) ? value.at(-1) : value;
    return typeof last === 'string' ? [[name, last]] : [];
  });
  return Object.fromEntries(entries);
}

async function suggested(
  request: FastifyRequest,
  reply: FastifyReply,
  suggest: (query: SuggestQuery) => Suggestions | Promise<Suggestions>,
): Promise<FastifyReply> {
  const { prefix = '', cursor, callback } = parametersOf(request.query);
  return sendScriptable(reply, callback, await suggest({ prefix, cursor: wholeNumber(cursor) ?? 0 }));
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

async function previewed({ askGraph, caller }: Asker, id: string): Promise<Previewed> {
  const checked = checkUscc(id);
  if (!checked.ok) throw new AppError('USCC_INVALID', { part: checked.part });
  const { data } = await askGraph<{ enterprise: Previewed }>(PREVIEW_QUERY, { uscc: checked.uscc }, caller, 'zh');
  if (data?.enterprise === undefined) throw new GatewayError('MATCH_UNAVAILABLE');
  if (data.enterprise === null) throw new GatewayError('ENTERPRISE_UNKNOWN');
  return data.enterprise;
}
