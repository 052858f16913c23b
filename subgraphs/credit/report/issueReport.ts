import { LoaderCache } from '../../../src/data/LoaderCache.ts';
import { ANONYMOUS, type Caller } from '../../../src/identity/Caller.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import type { TimelineDocument } from '../timeline/TimelineDocument.ts';
import { evaluationOf, type CompositeEvaluation } from '../evaluation/evaluationOf.ts';
import type { IssuedReport } from './IssuedReport.ts';
import { layOutSections } from './layOutSections.ts';
import { nameOfEnterprise } from './nameOfEnterprise.ts';
import { readReportable, untilSettled } from './readReportable.ts';
import { groupedCode, newReportNo, newVerificationCode } from './reportCodes.ts';
import { canonicalContent, contentDigest, entryDigest, newReportSalt } from './reportDigests.ts';
import { reportsOf, type ReportDocument, type ReportViewer } from './ReportDocument.ts';
import { reportEntry } from './ReportEntry.ts';
import { requesterOf } from './requesterOf.ts';

/** Facts in a report at most, the newest; more are counted and said to be more. */
const LONGEST = 2_000;

/**
 * Issues a credit report: the facts of all departments on an enterprise that the caller may see at this moment, signed, and kept as
 * digests so that it can be verified later.
 *
 * @param context - the request
 * @param uscc - the enterprise
 * @returns undefined where there is no such enterprise
 * @throws AppError DATA_UNSETTLED where facts are changing and do not come to rest; GraphQLError DEPARTMENT_UNAVAILABLE without the registry
 */
export async function issueReport(context: SubgraphContext, uscc: string): Promise<IssuedReport | undefined> {
  const name = await nameOfEnterprise(context, uscc);
  if (name === undefined) return undefined;
  // What comes in behind this position is either in the report or new to it; nothing falls between.
  const ledgerPosition = await context.ledger.head();
  await untilSettled(context, uscc);
  const facts = await readReportable(context, uscc);
  const open = await openFacts(context, uscc, facts);
  const evaluation = await evaluationOf(uscc, null, { ...context, loaders: new LoaderCache() });
  const draft = draftOf(context, { uscc, name, ledgerPosition, facts, evaluation });
  const { content, report } = draft;
  const digest = contentDigest(content);
  const { _id: reportNo, generatedAt, facts: kept } = report;
  const statement = { reportNo, uscc, generatedAt: generatedAt.toISOString(), facts: kept.length, digest };
  const { kid, jws } = await context.signer.sign('reports', statement);
  await reportsOf(context.database).insertOne({ ...report, facts: markOpen(kept, open), digest, kid, jws });
  return { ...draft.issued, content, digest, signature: { keyId: kid, algorithm: 'EdDSA', jws } };
}

interface Reading {
  readonly uscc: string;
  readonly name: string;
  readonly ledgerPosition: number;
  readonly facts: readonly TimelineDocument[];
  readonly evaluation: CompositeEvaluation;
}

function draftOf(context: SubgraphContext, { uscc, name, ledgerPosition, facts, evaluation }: Reading) {
  const { caller, now } = context;
  const all = facts.map(reportEntry);
  const entries = all.slice(0, LONGEST);
  const salt = newReportSalt();
  const [reportNo, code, requestedBy] = [
    newReportNo(todayInShanghai(now)),
    newVerificationCode(),
    requesterOf(caller, uscc),
  ];
  const generatedAt = now.toISOString();
  const subject = { uscc, ...(name === '' ? {} : { name }) };
  const totalCount = all.length;
  const content = canonicalContent({
    ...{ reportNo, generatedAt, requestedBy, subject, ledgerPosition, totalCount, entries },
    evaluation: evaluationStatement(evaluation),
  });
  return {
    content,
    issued: {
      ...{ reportNo, generatedAt, requestedBy, subject: { uscc }, ledgerPosition, totalCount },
      verificationCode: groupedCode(code),
      isComplete: entries.length === all.length,
      sections: layOutSections(all, entries),
      evaluation,
    },
    report: {
      ...{ _id: reportNo, code, generatedAt: now, requestedBy, viewer: viewerOf(caller), uscc },
      ...(name === '' ? {} : { subjectName: name }),
      ...{ ledgerPosition, salt },
      facts: entries.map((entry) => ({
        ...{ fact: entry.fact, revision: entry.revision, digest: entryDigest(salt, entry) },
      })),
    },
  };
}

/** What is signed of an evaluation; its digest stands for the facts behind it. */
function evaluationStatement({ model, basis, asOf, excluded, evaluation }: CompositeEvaluation): object {
  const outcome = evaluation && { grade: evaluation.grade, score: evaluation.score, digest: evaluation.digest };
  return { model: model.version, basis, asOf, ...(excluded === undefined ? {} : { excluded }), ...outcome };
}

function viewerOf({ audience, department, subject, authorisation }: Caller): ReportViewer {
  return {
    audience,
    ...(department === undefined ? {} : { department }),
    ...(subject === undefined ? {} : { subject }),
    ...(authorisation === undefined ? {} : { authorisation }),
  };
}

/** Which of the facts the public sees as well. */
async function openFacts(
  context: SubgraphContext,
  uscc: string,
  facts: readonly TimelineDocument[],
): Promise<ReadonlySet<string>> {
  const isPublic = context.caller.department === undefined && context.caller.subject === undefined;
  const open = isPublic && context.caller.audience === 'OPEN' ? facts : await readReportable(context, uscc, ANONYMOUS);
  return new Set(open.map(({ _id }) => _id));
}

function markOpen(
  facts: readonly Omit<ReportDocument['facts'][number], 'open'>[],
  open: ReadonlySet<string>,
): ReportDocument['facts'] {
  return facts.map((kept) => ({ ...kept, open: open.has(kept.fact) }));
}
