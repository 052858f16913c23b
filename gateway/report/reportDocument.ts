import type { Content, DocumentDefinition } from './Pdfmake.ts';
import { SAMPLE_SOURCE } from '../../src/sample/sampleMark.ts';
import { enterpriseBlock } from './enterpriseBlock.ts';
import { evaluationBlock } from './evaluationBlock.ts';
import type { EnumWords } from './enumWords.ts';
import { proofBlock, type ProofAddresses } from './proofBlock.ts';
import type { ReportAnswer } from './ReportData.ts';
import { COLOUR, FONT, PAGE, ROWS, STYLES } from './reportStyle.ts';
import { sectionTables } from './sectionTables.ts';
import { summaryBlock } from './summaryBlock.ts';
import { titleBand, titleBlock } from './titleBlock.ts';

/**
 * Writes a credit report as a document of pages of A4.
 *
 * @param answer - what the graph said, in the caller's name
 * @param addresses - where it can be verified
 * @param words - Chinese terms of enums
 */
export function reportDocument(answer: ReportAnswer, addresses: ProofAddresses, words: EnumWords): DocumentDefinition {
  const { enterprise, creditReport } = answer;
  const isSample = enterprise.record?.provenance?.source === SAMPLE_SOURCE;
  const name = enterprise.name ?? enterprise.uscc;
  return {
    info: {
      title: `公共信用信息报告：${name}`,
      author: '福州市信用办',
      subject: creditReport.reportNo,
      creator: 'Credit Graph',
    },
    language: 'zh-CN',
    displayTitle: true,
    version: '1.7',
    pageSize: 'A4',
    pageMargins: [PAGE.margin, PAGE.top, PAGE.margin, PAGE.bottom],
    defaultStyle: { font: FONT, fontSize: 9, color: COLOUR.ink },
    styles: STYLES,
    background: (page) => (page === 1 ? titleBand() : null),
    header: (page) => (page === 1 ? null : runningHead(name, creditReport.reportNo)),
    footer: (page, pages) => runningFoot(creditReport.verificationCode, page, pages),
    ...(isSample
      ? { watermark: { text: '示例数据', font: FONT, color: COLOUR.green, opacity: 0.04, bold: true, fontSize: 96 } }
      : {}),
    content: [
      titleBlock(),
      ...(isSample ? [sampleNote()] : []),
      enterpriseBlock(answer, words),
      ...(creditReport.evaluation === null ? [] : [evaluationBlock(creditReport.evaluation, words)]),
      summaryBlock(creditReport),
      sectionTables(creditReport.sections ?? [], words),
      notesBlock(creditReport.notes ?? []),
      proofBlock(creditReport, addresses),
    ],
  };
}

function runningHead(name: string, reportNo: string): Content {
  return {
    margin: [PAGE.margin, 28, PAGE.margin, 0],
    stack: [
      {
        columns: [
          { text: `公共信用信息报告　${name}`, fontSize: 8, color: COLOUR.faint },
          {
            text: `报告编号　${reportNo}`,
            fontSize: 8,
            color: COLOUR.faint,
            alignment: 'right',
            width: 'auto',
            noWrap: true,
          },
        ],
      },
      rule(5),
    ],
  };
}

function runningFoot(code: string | null, page: number, pages: number): Content {
  return {
    margin: [PAGE.margin, 16, PAGE.margin, 0],
    stack: [
      rule(0),
      {
        columns: [
          { text: `核验码　${code ?? ''}`, fontSize: 7.5, color: COLOUR.faint },
          {
            text: `第 ${page} 页　共 ${pages} 页`,
            fontSize: 7.5,
            color: COLOUR.faint,
            alignment: 'right',
            width: 'auto',
            noWrap: true,
          },
        ],
        margin: [0, 5, 0, 0],
      },
    ],
  };
}

function rule(above: number): Content {
  const x2 = PAGE.width - 2 * PAGE.margin;
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2, y2: 0, lineWidth: 0.5, lineColor: COLOUR.line }],
    margin: [0, above, 0, 0],
  };
}

function sampleNote(): Content {
  return {
    table: {
      widths: ['*'],
      body: [
        [
          {
            text: '示例城市数据：本报告所涉企业及信用信息均为虚构，不指向任何真实主体。',
            fontSize: 9,
            color: COLOUR.amber,
          },
        ],
      ],
    },
    layout: { ...ROWS, hLineWidth: () => 0, fillColor: () => COLOUR.amberBand, paddingLeft: () => 10 },
    margin: [0, 0, 0, 12],
  };
}

function notesBlock(notes: readonly string[]): Content {
  return {
    unbreakable: true,
    margin: [0, 20, 0, 0],
    stack: [
      { text: '报告说明', style: 'heading', margin: [0, 0, 0, 4] },
      {
        ol: notes.map((text): Content => ({ text, margin: [0, 0, 0, 2] })),
        fontSize: 8.5,
        lineHeight: 1.3,
        color: COLOUR.ink,
      },
    ],
  };
}
