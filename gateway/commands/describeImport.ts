import type { Locale } from '../../src/errors/AppError.ts';
import type { CityImportReport } from '../importInto.ts';

const WORDS = {
  zh: {
    read: '读取行数',
    other: '属于其他名单的行（未处理）',
    accepted: '写入',
    unchanged: '未变',
    flagged: '带质量标记',
    quarantined: '隔离',
    linked: '主体关联',
    proposed: '名称相近、待人工确认',
    visible: '当前公开',
    expired: '公示期满',
    withheld: '不公开',
    ignored: '未使用的列',
    speed: '行/秒',
    nothing: '文件内容均已入库，没有任何变化。',
    sample: '注意：数据库中含有虚构的样例城市。移除：credit-graph sample --remove',
    quarantineHint: '查看隔离行：credit-graph quarantine list',
  },
  en: {
    read: 'rows read',
    other: 'rows of other lists, left alone',
    accepted: 'written',
    unchanged: 'unchanged',
    flagged: 'with quality flags',
    quarantined: 'quarantined',
    linked: 'linked by',
    proposed: 'of a similar name, for a person to decide',
    visible: 'public now',
    expired: 'publicity over',
    withheld: 'withheld',
    ignored: 'columns not used',
    speed: 'rows/s',
    nothing: 'All of it was stored already: nothing has changed.',
    sample: 'Note: this database holds the invented sample city. Take it out: credit-graph sample --remove',
    quarantineHint: 'See the quarantined rows: credit-graph quarantine list',
  },
} as const;

/**
 * Writes the report of one file for a person.
 *
 * @param report - what became of its rows
 * @param locale - the person's language
 */
export function describeImport(report: CityImportReport, locale: Locale): string {
  const words = WORDS[locale];
  const number = (count: number): string => count.toLocaleString('en');
  const counts = (parts: Readonly<Record<string, number>>): string =>
    Object.entries(parts)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${name} ${number(count)}`)
      .join(', ');
  const some = (title: string, count: number): [string, string][] => (count > 0 ? [[title, number(count)]] : []);
  const rows: [string, string][] = [
    [words.read, `${number(report.read)}  (${number(report.rowsPerSecond)} ${words.speed})`],
    ...some(words.other, report.otherRows),
    [words.accepted, number(report.accepted)],
    [words.unchanged, number(report.unchanged)],
    [words.flagged, [number(report.flagged), counts(report.flags)].filter(Boolean).join('  ')],
    [words.quarantined, [number(report.quarantined), counts(report.reasons)].filter(Boolean).join('  ')],
    [words.linked, counts(report.linked) || '-'],
    ...some(words.proposed, report.proposed),
    [
      words.visible,
      `${number(report.visible.now)}, ${words.expired} ${number(report.visible.expired)}, ${words.withheld} ${number(report.visible.withheld)}`,
    ],
  ];
  if (report.ignoredColumns.length > 0) rows.push([words.ignored, report.ignoredColumns.join(', ')]);
  const isNothing = report.read > 0 && report.accepted === 0 && report.unchanged > 0;
  return [
    `${report.file} → ${report.collection}${report.source === null ? '' : ` (${report.source})`}  #${report.batch}`,
    ...rows.map(([title, value]) => `  ${title}: ${value}`),
    ...(isNothing ? [`  ${words.nothing}`] : []),
    ...(report.besideSample ? [`  ${words.sample}`] : []),
    ...(report.quarantined > 0 ? [`  ${words.quarantineHint} --batch ${report.batch}`] : []),
  ].join('\n');
}
