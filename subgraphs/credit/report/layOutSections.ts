import type { ReportSection } from './IssuedReport.ts';
import type { ReportEntry } from './ReportEntry.ts';
import { SECTION_KINDS, SECTION_TITLES } from './reportSections.ts';

/**
 * Sorts the entries of a report into its sections. Every section is there: that there is nothing in it is said as well.
 *
 * @param all - what the caller may see, newest first; counted
 * @param entries - as many of them as the report holds
 */
export function layOutSections(all: readonly ReportEntry[], entries: readonly ReportEntry[]): readonly ReportSection[] {
  return SECTION_KINDS.map((kind) => {
    const counted = all.filter(({ section }) => section === kind);
    const count = (polarity: ReportEntry['polarity']): number =>
      counted.filter((entry) => entry.polarity === polarity).length;
    return {
      kind,
      title: SECTION_TITLES[kind],
      count: counted.length,
      positive: count('POSITIVE'),
      neutral: count('NEUTRAL'),
      negative: count('NEGATIVE'),
      entries: entries.filter(({ section }) => section === kind),
    };
  });
}
