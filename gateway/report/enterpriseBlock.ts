import type { Content, TableCell } from './Pdfmake.ts';
import type { EnumWords } from './enumWords.ts';
import { NOTHING, printedAmount, printedTerm, printedTime } from './printedValues.ts';
import type { ReportAnswer, ReportedEnterprise } from './ReportData.ts';
import { COLOUR, CONTENT_WIDTH } from './reportStyle.ts';

type Fact = readonly [label: string, value: string | null];

/** Who the report is about, and what its own data are: in one block of two columns. */
export function enterpriseBlock({ enterprise, creditReport }: ReportAnswer, words: EnumWords): Content {
  const { generatedAt, requestedBy, reportNo, ledgerPosition } = creditReport;
  return [
    { text: enterprise.name ?? NOTHING, fontSize: 18, bold: true, color: COLOUR.ink },
    {
      text: [
        { text: '统一社会信用代码　', color: COLOUR.faint },
        { text: enterprise.uscc, bold: true },
      ],
      fontSize: 10,
      margin: [0, 2, 0, 8],
    },
    pairs(
      [
        ['报告编号', reportNo],
        ['生成时间', generatedAt === null ? null : `${printedTime(generatedAt)}（北京时间）`],
        ['报告用途', requestedBy === null ? null : `供${words('CreditReportRequester', requestedBy)}查询`],
        ['账本位置', ledgerPosition === null ? null : `第 ${ledgerPosition} 条`],
      ],
      COLOUR.band,
    ),
    { text: '登记注册基本信息', style: 'heading', margin: [0, 16, 0, 5] },
    pairs(basicsOf(enterprise, words)),
    wide('住　　所', enterprise.domicile),
    wide('经营范围', enterprise.businessScope),
  ];
}

function basicsOf(enterprise: ReportedEnterprise, words: EnumWords): readonly Fact[] {
  const { status, formerNames, registeredCapital, capitalCurrency } = enterprise;
  return [
    ['登记状态', status === null ? null : words('EnterpriseStatus', status)],
    ['主体类型', enterprise.entityType],
    ['法定代表人', enterprise.legalRepresentative],
    ['成立日期', enterprise.establishedOn],
    ['注册资本', printedAmount(registeredCapital, capitalCurrency)],
    ['经营期限', printedTerm(enterprise.businessTermFrom, enterprise.businessTermTo)],
    ['登记机关', enterprise.registrationAuthority],
    ['曾 用 名', formerNames === null || formerNames.length === 0 ? null : formerNames.join('、')],
  ];
}

function pairs(facts: readonly Fact[], fillColor?: string): Content {
  const cells = facts.map(cellsOf);
  const body = cells.flatMap((left, at) => (at % 2 === 0 ? [[...left, ...(cells[at + 1] ?? cellsOf(['', '']))]] : []));
  return {
    table: { widths: [54, '*', 54, '*'], body },
    layout: { ...BLOCK, ...(fillColor === undefined ? {} : { fillColor: () => fillColor }) },
  };
}

/** A value that needs the whole width. */
function wide(label: string, value: string | null): Content {
  return { table: { widths: [54, CONTENT_WIDTH - 54 - 20], body: [cellsOf([label, value])] }, layout: BLOCK };
}

function cellsOf([label, value]: Fact): TableCell[] {
  return [
    { text: label, style: 'label' },
    { text: label === '' ? '' : (value ?? NOTHING), fontSize: 9, lineHeight: 1.2 },
  ];
}

const BLOCK = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingTop: () => 3,
  paddingBottom: () => 3,
  paddingLeft: () => 5,
  paddingRight: () => 5,
};
