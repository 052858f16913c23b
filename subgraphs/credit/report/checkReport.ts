import type { Caller } from '../../../src/identity/Caller.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import type { TimelineDocument } from '../timeline/TimelineDocument.ts';
import { pendingOf, readReportable } from './readReportable.ts';
import { groupedCode, readVerificationCode } from './reportCodes.ts';
import { entryDigest } from './reportDigests.ts';
import { reportsOf, type ReportDocument, type ReportedFact } from './ReportDocument.ts';
import { reportEntry } from './ReportEntry.ts';

/** What became of a fact since a report told of it. */
type Fate = 'UNCHANGED' | 'CHANGED' | 'NO_LONGER_PUBLIC';

/** `type CreditReportCheck`. */
export interface ReportCheck {
  readonly isOurs: boolean;
  readonly report?: {
    readonly reportNo: string;
    readonly verificationCode: string;
    readonly generatedAt: string;
    readonly requestedBy: ReportDocument['requestedBy'];
    readonly subject: { readonly uscc: string };
    readonly isSignatureValid: boolean;
    readonly keyId: string;
    readonly digest: string;
    readonly hasChanged: boolean;
    readonly unchanged: number;
    readonly changed: number;
    readonly noLongerPublic: number;
    readonly added: number;
  };
}

/**
 * Tells whether a report is ours and whether what it said still holds. Counted are only facts that the public saw when it was issued, or
 * that the caller may see now; of the others the caller learns no more than whether any of them changed.
 *
 * @param context - the request
 * @param typed - the verification code as it was typed
 */
export async function checkReport(context: SubgraphContext, typed: string): Promise<ReportCheck> {
  const code = readVerificationCode(typed);
  const report = code === undefined ? null : await reportsOf(context.database).findOne({ code });
  if (report === null) return { isOurs: false };
  const { _id: reportNo, uscc, generatedAt, requestedBy, digest, kid: keyId } = report;
  return {
    isOurs: true,
    report: {
      ...{ reportNo, generatedAt: generatedAt.toISOString(), requestedBy, subject: { uscc }, digest, keyId },
      verificationCode: groupedCode(report.code),
      isSignatureValid: await isSignatureValid(context, report),
      ...(await compare(context, report)),
    },
  };
}

/** The signature must be ours and say of the report what is kept of it. */
async function isSignatureValid({ signer }: SubgraphContext, report: ReportDocument): Promise<boolean> {
  const said = await signer.verify('reports', report.jws);
  return said?.['reportNo'] === report._id && said['uscc'] === report.uscc && said['digest'] === report.digest;
}

type Changes = Pick<
  NonNullable<ReportCheck['report']>,
  'hasChanged' | 'unchanged' | 'changed' | 'noLongerPublic' | 'added'
>;

async function compare(context: SubgraphContext, report: ReportDocument): Promise<Changes> {
  // Before the facts are read: what comes to rest in between is then called changed, which it is.
  const pending = await pendingOf(context, report.uscc);
  const seen = byId(await readReportable(context, report.uscc));
  const seenThen = byId(await readReportable(context, report.uscc, viewerOf(report)));
  const fateIn = (facts: ReadonlyMap<string, TimelineDocument>) => (kept: ReportedFact) =>
    fateOf(kept, facts.get(kept.fact), { salt: report.salt, isPending: pending.has(kept.fact) });

  const countable = report.facts.filter(({ fact, open }) => open || seen.has(fact));
  const withheld = report.facts.filter(({ fact, open }) => !open && !seen.has(fact));
  const fates = countable.map(fateIn(seen));
  const count = (fate: Fate): number => fates.filter((each) => each === fate).length;
  const hasChanged = [...fates, ...withheld.map(fateIn(seenThen))].some((fate) => fate !== 'UNCHANGED');
  return {
    hasChanged,
    unchanged: count('UNCHANGED'),
    changed: count('CHANGED'),
    noLongerPublic: count('NO_LONGER_PUBLIC'),
    added: addedSince(report, [...seen.values()]),
  };
}

function fateOf(
  { digest }: ReportedFact,
  now: TimelineDocument | undefined,
  { salt, isPending }: { readonly salt: string; readonly isPending: boolean },
): Fate {
  if (isPending) return 'CHANGED';
  if (now === undefined) return 'NO_LONGER_PUBLIC';
  return entryDigest(salt, reportEntry(now)) === digest ? 'UNCHANGED' : 'CHANGED';
}

function addedSince({ facts, ledgerPosition }: ReportDocument, seen: readonly TimelineDocument[]): number {
  const told = new Set(facts.map(({ fact }) => fact));
  return seen.filter(({ _id, seq }) => seq > ledgerPosition && !told.has(_id)).length;
}

/** The kind of caller that the report was made for, without the scopes of a token that is long over. */
function viewerOf({ viewer }: ReportDocument): Caller {
  const { department } = viewer;
  return { ...viewer, scopes: new Set(department === undefined ? [] : [`${department}:*`]) };
}

function byId(facts: readonly TimelineDocument[]): ReadonlyMap<string, TimelineDocument> {
  return new Map(facts.map((fact) => [fact._id, fact]));
}
