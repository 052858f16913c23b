import type { Content, TableCell } from './Pdfmake.ts';
import type { ReportData, ReportedSection } from './ReportData.ts';
import { COLOUR, ROWS } from './reportStyle.ts';

/** How many facts there are of each kind, and what they say. */
export function summaryBlock({ sections, totalCount, isComplete }: ReportData): Content {
  const counted = sections ?? [];
  if ((totalCount ?? 0) === 0) {
    return [
      { text: '信息概要', style: 'heading', margin: [0, 16, 0, 6] },
      {
        table: {
          widths: ['*'],
          body: [[{ text: '截至报告生成时，未查询到可展示的公共信用信息。', fontSize: 10, bold: true }]],
        },
        layout: {
          ...ROWS,
          hLineWidth: () => 0,
          fillColor: () => COLOUR.band,
          paddingTop: () => 10,
          paddingBottom: () => 10,
        },
      },
    ];
  }
  return [
    {
      columns: [
        { text: '信息概要', style: 'heading' },
        {
          text: `共 ${totalCount ?? 0} 条`,
          alignment: 'right',
          fontSize: 9,
          color: COLOUR.faint,
          margin: [0, 3, 4, 0],
        },
      ],
      margin: [0, 16, 0, 2],
    },
    {
      table: {
        headerRows: 1,
        widths: ['*', 60, 60, 60, 60],
        body: [HEAD, ...counted.map(rowOf)],
      },
      layout: { ...ROWS, paddingTop: () => 2.2, paddingBottom: () => 2.2 },
    },
    ...(isComplete === false
      ? [
          {
            text: '信息较多，本报告列示其中最近的部分；概要为全部可展示信息的条数。',
            style: 'small',
            margin: [4, 4, 0, 0],
          } as Content,
        ]
      : []),
  ];
}

const HEAD: TableCell[] = [
  { text: '信息类别', style: 'columnHead' },
  ...['合计', '守信', '基础', '失信'].map((text): TableCell => ({ text, style: 'columnHead', alignment: 'right' })),
];

function rowOf({ title, count, positive, neutral, negative }: ReportedSection): TableCell[] {
  return [
    { text: title ?? '', fontSize: 9, color: count === 0 ? COLOUR.faint : COLOUR.ink },
    figure(count, COLOUR.ink, true),
    figure(positive, COLOUR.green),
    figure(neutral, COLOUR.ink),
    figure(negative, COLOUR.red),
  ];
}

function figure(count: number | null, color: string, bold = false): TableCell {
  const isNone = count === null || count === 0;
  return {
    text: isNone ? '0' : String(count),
    alignment: 'right',
    fontSize: 9,
    bold: bold && !isNone,
    color: isNone ? '#a9b8b3' : color,
  };
}
