import type { FastifyInstance } from 'fastify';
import type { Identify } from '../../src/identity/identifyCaller.ts';
import { GatewayError } from '../errors/GatewayError.ts';
import type { Printing } from '../report/printReport.ts';
import { VERIFY_QUERY, type VerifiedReport, type VerifyAnswer } from '../report/VerifyAnswer.ts';
import { VERIFY_POLICY, verifyPage } from '../report/verifyPage.ts';
import { askFor, type AskForOptions } from './askFor.ts';
import { statedCaller } from './statedCaller.ts';

/** What the page for verification needs. */
export interface VerifyRouteOptions extends Printing, AskForOptions {
  readonly identify: Identify;
}

interface Route {
  readonly Querystring: { readonly code?: string | readonly string[] };
}

/** Longer than any code that a person types. */
const LONGEST = 80;

/**
 * Opens `GET /verify`, the page on which anybody has a credit report verified; `?code=` is in the QR code of every report.
 *
 * @param server - the HTTP server
 * @param options - what answers, and who asks
 */
export function verifyRoute(server: FastifyInstance, options: VerifyRouteOptions): void {
  const { identify, words } = options;
  server.get<Route>('/verify', async (request, reply) => {
    const caller = await statedCaller(request, identify);
    const typed = [request.query.code ?? ''].flat().join('').trim().slice(0, LONGEST);
    const report = typed === '' ? undefined : await reportOf(typed);
    const page = verifyPage({ typed, ...(report === undefined ? {} : { report }) }, words);
    return reply
      .headers({
        'content-security-policy': VERIFY_POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      })
      .type('text/html; charset=utf-8')
      .send(page);

    async function reportOf(code: string): Promise<VerifiedReport | null> {
      const askGraph = askFor(options, request, reply, caller);
      const { data } = await askGraph<VerifyAnswer>(VERIFY_QUERY, { code }, caller);
      if (!data?.creditReportCheck) throw new GatewayError('REPORT_UNAVAILABLE');
      return data.creditReportCheck.report;
    }
  });
}
