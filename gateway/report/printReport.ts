import { AppError } from '../../src/errors/AppError.ts';
import type { Caller } from '../../src/identity/Caller.ts';
import type { AskGraph } from '../askGraph.ts';
import { GatewayError } from '../errors/GatewayError.ts';
import type { EnumWords } from './enumWords.ts';
import type { ProofAddresses } from './proofBlock.ts';
import { renderPdf } from './renderPdf.ts';
import { REPORT_QUERY, type ReportAnswer } from './ReportData.ts';
import { reportDocument } from './reportDocument.ts';

/** A report as a file. */
export interface PrintedReport {
  readonly reportNo: string;
  readonly pdf: Buffer;
}

/** What a printed report is made by. */
export interface Printing {
  readonly askGraph: AskGraph;
  readonly words: EnumWords;
}

/**
 * Issues a credit report in the caller's name and prints it.
 *
 * @param printing - what it is made by
 * @param asked - who asks, about which enterprise, and where this server is reached
 * @throws GatewayError ENTERPRISE_UNKNOWN, REPORT_UNAVAILABLE; AppError DATA_UNSETTLED
 */
export async function printReport(
  { askGraph, words }: Printing,
  { caller, uscc, origin }: { readonly caller: Caller; readonly uscc: string; readonly origin: string },
): Promise<PrintedReport> {
  const { data, errors } = await askGraph<ReportAnswer>(REPORT_QUERY, { uscc }, caller, 'zh');
  const { enterprise, creditReport } = data ?? {};
  if (enterprise && creditReport) {
    const addresses = addressesOf(origin, creditReport.verificationCode ?? '');
    const pdf = await renderPdf(reportDocument({ enterprise, creditReport }, addresses, words));
    return { reportNo: creditReport.reportNo, pdf };
  }
  if (errors.length === 0) throw new GatewayError('ENTERPRISE_UNKNOWN');
  if (errors.some(({ code }) => code === 'DATA_UNSETTLED')) throw new AppError('DATA_UNSETTLED');
  throw new GatewayError('REPORT_UNAVAILABLE');
}

function addressesOf(origin: string, code: string): ProofAddresses {
  return {
    verify: `${origin}/verify?code=${encodeURIComponent(code)}`,
    keys: `${origin}/.well-known/jwks.json`,
  };
}
