import type { Locale } from '../../src/errors/AppError.ts';
import type { ShownEntry } from '../../src/ingest/quarantine/listQuarantine.ts';
import type { ReplaceReport } from '../../src/ingest/quarantine/replaceQuarantined.ts';
import type { SettleReport } from '../../src/ingest/quarantine/SettleReport.ts';
import { wordReason } from '../../src/ingest/quarantine/wordReason.ts';

const WORDS = {
  zh: {
    row: '行',
    read: '处理行数',
    accepted: '写入',
    unchanged: '库中已有',
    superseded: '已有更新的记录，未改动',
    flagged: '带质量标记',
    open: '仍在隔离',
    linked: '主体关联',
    resolvedBefore: '此前已处理',
    unknown: '隔离编号不存在的行',
    repeated: '隔离编号重复的行',
    unreadable: '无法读取的行',
  },
  en: {
    row: 'row',
    read: 'rows judged',
    accepted: 'written',
    unchanged: 'stored already',
    superseded: 'newer facts kept',
    flagged: 'with quality flags',
    open: 'still quarantined',
    linked: 'linked by',
    resolvedBefore: 'brought in before',
    unknown: 'rows that name no quarantined row',
    repeated: 'rows that name one a second time',
    unreadable: 'rows that can not be read',
  },
} as const;

/**
 * Writes a quarantined row for a person.
 *
 * @param entry - with its cells masked
 * @param locale - the person's language
 */
export function describeEntry({ id, collection, file, row, reasons, cells }: ShownEntry, locale: Locale): string {
  const filled = Object.entries(cells).filter(([, cell]) => cell.trim() !== '');
  return [
    `${collection}  ${id}  ${file} ${WORDS[locale].row} ${row}`,
    ...reasons.map((reason) => `  ✗ ${wordReason(reason, locale)}`),
    `  ${filled.map(([column, cell]) => `${column}=${cell.replace(/\s+/gu, ' ')}`).join(' | ')}`,
  ].join('\n');
}

/**
 * Writes for a person what became of quarantined rows that were judged anew.
 *
 * @param report - of a replay or of a correction sheet
 * @param locale - the person's language
 */
export function describeSettled(report: SettleReport | ReplaceReport, locale: Locale): string {
  const words = WORDS[locale];
  const lines = [
    line(words.read, report.read),
    line(words.accepted, report.accepted),
    line(words.unchanged, report.unchanged),
    ...some(words.superseded, report.superseded),
    ...some(words.flagged, report.flagged),
    `  ${words.open}: ${[number(report.quarantined), counts(report.reasons)].filter(Boolean).join('  ')}`,
    `  ${words.linked}: ${counts(report.linked) || '-'}`,
    ...('resolvedBefore' in report
      ? [
          ...some(words.resolvedBefore, report.resolvedBefore),
          ...rows(words.unknown, report.unknown),
          ...rows(words.repeated, report.repeated),
          ...rows(words.unreadable, report.unreadable),
        ]
      : []),
  ];
  return [report.collection, ...lines].join('\n');
}

function line(title: string, count: number): string {
  return `  ${title}: ${number(count)}`;
}

function some(title: string, count: number): readonly string[] {
  return count === 0 ? [] : [line(title, count)];
}

/** Row numbers of a sheet, as many as a person looks up. */
const LISTED = 20;

function rows(title: string, numbers: readonly number[]): readonly string[] {
  if (numbers.length === 0) return [];
  const listed = numbers.slice(0, LISTED).join(', ');
  return [`  ${title}: ${number(numbers.length)} (${numbers.length > LISTED ? `${listed}, …` : listed})`];
}

function number(count: number): string {
  return count.toLocaleString('en');
}

function counts(parts: Readonly<Record<string, number>>): string {
  return Object.entries(parts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${number(count)}`)
    .join(', ');
}
