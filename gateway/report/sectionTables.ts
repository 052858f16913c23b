import type { Content, TableCell } from './Pdfmake.ts';
import type { EnumWords } from './enumWords.ts';
import { NOTHING } from './printedValues.ts';
import type { ReportedEntry, ReportedSection } from './ReportData.ts';
import { COLOUR, ROWS } from './reportStyle.ts';

const NUMERALS = '一二三四五六七八九十';
/** The heading of a section and the heads of its columns are repeated on every page that it goes on to. */
const HEADER_ROWS = 2;

/**
 * Lays out the sections that have facts as tables, and names those that have none in one sentence.
 *
 * @param sections - all sections, in order
 * @param words - Chinese terms of enums
 */
export function sectionTables(sections: readonly ReportedSection[], words: EnumWords): Content {
  const filled = sections.filter(({ entries }) => (entries?.length ?? 0) > 0);
  const empty = sections.filter(({ count }) => count === 0);
  const titles = empty.map(({ title }) => title ?? '').join('、');
  return [
    ...filled.map((section, at) => sectionTable(section, numeral(at), words)),
    ...(filled.length === 0 || empty.length === 0
      ? []
      : [{ text: `以下类别未查询到可展示的信息：${titles}。`, style: 'small', margin: [4, 10, 0, 0] } as Content]),
  ];
}

function numeral(at: number): string {
  const tens = at >= NUMERALS.length ? '十' : '';
  return `${tens}${NUMERALS[at % NUMERALS.length] ?? ''}`;
}

function sectionTable({ title, count, entries }: ReportedSection, number: string, words: EnumWords): Content {
  return {
    table: {
      headerRows: HEADER_ROWS,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [20, '*', 58, 58, 118],
      body: [
        [
          {
            colSpan: 5,
            text: [
              { text: `${number}、${title ?? ''}`, style: 'heading' },
              { text: `　${count ?? 0} 条`, fontSize: 9, color: COLOUR.faint },
            ],
            margin: [-4, 0, 0, 2],
          },
          ...['', '', '', ''],
        ],
        ['序号', '信息内容', '认定日期', '公示截止', '数据来源'].map((text): TableCell => ({
          text,
          style: 'columnHead',
        })),
        ...(entries ?? []).map((entry, at) => rowOf(entry, at + 1, words)),
      ],
    },
    layout: { ...ROWS, hLineWidth: lineWidth },
    margin: [0, 16, 0, 0],
  };
}

function lineWidth(index: number): number {
  if (index < HEADER_ROWS) return 0;
  return index === HEADER_ROWS ? 0.8 : 0.4;
}

function rowOf(entry: ReportedEntry, number: number, words: EnumWords): TableCell[] {
  const { title, decidedOn, publishedOn, publicUntil } = entry;
  const marks = marksOf(entry, words);
  return [
    { text: String(number), style: 'cell', color: COLOUR.faint },
    below({ text: title ?? NOTHING, style: 'cell' }, marks.length === 0 ? null : { text: marks, fontSize: 7.5 }),
    { text: decidedOn ?? publishedOn ?? NOTHING, style: 'cell' },
    { text: publicUntil ?? '长期', style: 'cell' },
    sourceOf(entry),
  ];
}

/** The unit that the source names, and the department of this city that brought it where that is another. */
function sourceOf({ providerName, department }: ReportedEntry): TableCell {
  const owner = department?.title ?? NOTHING;
  const isOther = providerName !== null && !providerName.includes(owner);
  return below(
    { text: providerName ?? owner, style: 'cell' },
    isOther ? { text: `${owner}归集`, style: 'small' } : null,
  );
}

function below(first: Content, second: Content | null): TableCell {
  return second === null ? first : { stack: [first, second] };
}

/** Words in colour below the title: how grave it is, and what is to be minded when it is used. */
function marksOf({ polarity, severity, disputed, litigated }: ReportedEntry, words: EnumWords): Content[] {
  const grave = severity === null ? '' : `（${words('Severity', severity)}）`;
  return [
    ...(polarity === 'NEGATIVE' ? [mark(`失信信息${grave}`, COLOUR.red, COLOUR.redBand)] : []),
    ...(polarity === 'POSITIVE' ? [mark('守信信息', COLOUR.green, COLOUR.band)] : []),
    ...(disputed === true ? [mark('异议处理中', COLOUR.amber, COLOUR.amberBand)] : []),
    ...(litigated === true ? [mark('复议、诉讼中', COLOUR.amber, COLOUR.amberBand)] : []),
  ].flatMap((content, at) => (at === 0 ? [content] : ['　', content]));
}

function mark(text: string, color: string, background: string): Content {
  return { text: ` ${text} `, color, background };
}
