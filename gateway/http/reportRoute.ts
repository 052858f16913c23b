import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../../src/errors/AppError.ts';
import type { Caller } from '../../src/identity/Caller.ts';
import type { Identify } from '../../src/identity/identifyCaller.ts';
import { checkUscc } from '../../src/values/uscc.ts';
import { namedAuthorisation } from '../authority/SpendAuthorisation.ts';
import { demandPurpose } from '../authority/statePurpose.ts';
import { GatewayError } from '../errors/GatewayError.ts';
import { printReport, type Printing } from '../report/printReport.ts';
import type { OperationsInFlight } from './OperationsInFlight.ts';
import { askFor, type AskForOptions } from './askFor.ts';
import { statedCaller } from './statedCaller.ts';

/** What the doors of reports need. */
export interface ReportRouteOptions extends Printing, AskForOptions {
  readonly identify: Identify;
  readonly operations: OperationsInFlight;
  /** Where others reach this server; as the request names it unless given. */
  readonly publicUrl: string | undefined;
}

interface Route {
  readonly Params: { readonly file: string };
}

const PDF = /^(?<uscc>.+)\.pdf$/i;

/**
 * Opens `GET /reports/<code>.pdf`: a credit report issued for the caller, a new one each time.
 *
 * @param server - the HTTP server
 * @param options - what reports are made by, and who may ask
 */
export function reportRoute(server: FastifyInstance, options: ReportRouteOptions): void {
  const { identify, operations, publicUrl } = options;
  const callers = new WeakMap<FastifyRequest, Caller>();
  server.get<Route>('/reports/:file', {
    // A report is issued and kept: what only looks must not do so.
    exposeHeadRoute: false,
    onRequest: async (request) => {
      const caller = await statedCaller(request, identify);
      demandPurpose(caller, namedAuthorisation(request.headers));
      callers.set(request, caller);
    },
    handler: async (request, reply) => {
      const caller = callers.get(request);
      if (caller === undefined) throw new Error('The request has no caller');
      const uscc = usccOf(request.params.file);
      const origin = publicUrl ?? `${request.protocol}://${request.host}`;
      const { pdf, reportNo } = await operations.track(async () => {
        // A report is one operation, whatever it asks: what is named for it is spent once.
        const authorisation = namedAuthorisation(request.headers);
        const askGraph = askFor({ ...options, authorisation }, request, reply, caller);
        return printReport({ ...options, askGraph }, { caller, uscc, origin });
      });
      return reply
        .headers({
          'cache-control': 'no-store',
          'content-disposition': `inline; filename="${reportNo}.pdf"`,
          'x-content-type-options': 'nosniff',
        })
        .type('application/pdf')
        .send(pdf);
    },
  });
}

function usccOf(file: string): string {
  const raw = PDF.exec(file)?.groups?.['uscc'];
  if (raw === undefined) throw new GatewayError('PATH_UNKNOWN');
  const checked = checkUscc(raw);
  if (!checked.ok) throw new AppError('USCC_INVALID', { part: checked.part });
  return checked.uscc;
}
