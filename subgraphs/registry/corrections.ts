import DataLoader from 'dataloader';
import type { Field } from '../../src/data/fields/Field.ts';
import { visibilityFilter } from '../../src/policy/visibility.ts';
import type { SubgraphContext } from '../../src/subgraph/context.ts';
import { todayInShanghai, type LocalDate } from '../../src/values/localDate.ts';
import { plainDecimal } from '../../src/values/plainDecimal.ts';
import { annualReports } from './collections/annualReports.ts';
import { mayShow, type FigureChoice } from './rules/annualFigures.ts';
import { isLateReport } from './rules/annualReportRules.ts';
import type { AnnualReportMapper } from './schema.mappers.ts';

/** One value that a correction changed. */
export interface CorrectedValue {
  readonly field: string;
  readonly title: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** One correction of a report. */
export interface Correction {
  readonly revision: number;
  readonly correctedOn: LocalDate;
  /** Whether it came after the window in which the enterprise itself may correct; null where the report names no year. */
  readonly isLate: boolean | null;
  readonly changes: readonly CorrectedValue[];
}

type Version = Omit<AnnualReportMapper, '_id'>;

/**
 * Tells what was corrected in a report, newest first: before and after are shown together (企业信息公示暂行条例 art. 12).
 * A figure is shown where the enterprise has it open now and had it open in that revision.
 *
 * @param report - the current revision, with all its fields
 * @param context - the request
 */
export async function correctionsOf(
  report: AnnualReportMapper,
  context: SubgraphContext,
): Promise<readonly Correction[]> {
  const earlier = report.record.revision > 1 ? await earlierRevisions(context).load(report._id) : [];
  const versions: readonly Version[] = [...earlier, report];
  return versions
    .flatMap((version, at): Correction[] => {
      const before = versions[at - 1];
      if (before === undefined) return [];
      const { revision, provenance } = version.record;
      const shown = changesBetween(before, version, (field, side) =>
        [report, side].every((choice) => mayShow(field, choice, context.caller.department)),
      );
      return shown.length === 0
        ? []
        : [{ revision, ...correctedAt(report.year, todayInShanghai(provenance.receivedAt)), changes: shown }];
    })
    .reverse();
}

/**
 * The enterprise itself may correct until 30 June (企业信息公示暂行条例 art. 12). What the authority corrects later is right all the same, so it
 * is taken and shown as late.
 */
function correctedAt(year: number | undefined, correctedOn: LocalDate): Pick<Correction, 'correctedOn' | 'isLate'> {
  return { correctedOn, isLate: year === undefined ? null : isLateReport(year, correctedOn) };
}

/** The earlier revisions of all reports of a request cost one command; the visibility rule holds for each of them. */
function earlierRevisions(context: SubgraphContext): DataLoader<string, readonly Version[]> {
  return context.loaders.get(
    'annualReports.revisions',
    () =>
      new DataLoader(async (ids: readonly string[]) => {
        const visible = visibilityFilter(context.caller, todayInShanghai(context.now), annualReports);
        const revisions = await context.database
          .revisions(annualReports)
          .find({ fact: { $in: [...ids] }, ...(visible as object) })
          .sort({ fact: 1, 'record.revision': 1 })
          .toArray();
        const byReport = new Map(ids.map((id): [string, Version[]] => [id, []]));
        for (const revision of revisions) byReport.get(revision.fact)?.push(revision);
        return ids.map((id) => byReport.get(id) ?? []);
      }),
  );
}

function changesBetween(
  before: Version,
  after: Version,
  isShown: (field: string, side: FigureChoice) => boolean,
): readonly CorrectedValue[] {
  return Object.entries(annualReports.fields).flatMap(([name, field]) => {
    const sides = [before, after].map((side) =>
      isShown(name, side) ? written(field, (side as Readonly<Record<string, unknown>>)[name]) : null,
    );
    const [was = null, is = null] = sides;
    return was === is ? [] : [{ field: name, title: field.title, before: was, after: is }];
  });
}

function written(field: Field, value: unknown): string | null {
  if (value === undefined) return null;
  return Array.isArray(value)
    ? value.map((entry: unknown) => writtenEntry(field, entry)).join('；')
    : writtenEntry(field, value);
}

function writtenEntry(field: Field, value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return field.codes?.[value]?.[0] ?? value;
  const parts = (row: unknown): readonly unknown[] => Object.values(row as object);
  return (
    plainDecimal(value) ??
    parts(value)
      .map((part) => writtenEntry(field, part))
      .join('，')
  );
}
