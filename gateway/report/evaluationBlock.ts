import type { EnumWords } from './enumWords.ts';
import type { Content, TableCell } from './Pdfmake.ts';
import { NOTHING } from './printedValues.ts';
import type { ReportedEvaluation } from './ReportData.ts';
import { COLOUR, ROWS } from './reportStyle.ts';

/** Colours of the grades, the best first. */
const GRADE_COLOUR: Readonly<Record<string, string>> = {
  EXCELLENT: COLOUR.green,
  GOOD: '#2f7d5b',
  FAIR: COLOUR.amber,
  POOR: COLOUR.red,
};

/**
 * Shows the composite evaluation with the points of each indicator, or why there is none.
 *
 * @param evaluation - as the report has it
 * @param words - Chinese terms of enums
 */
export function evaluationBlock(evaluation: ReportedEvaluation, words: EnumWords): Content {
  const { grade, excluded, dimensions } = evaluation;
  return {
    unbreakable: true,
    margin: [0, 16, 0, 0],
    stack: [
      { text: '公共信用综合评价', style: 'heading', margin: [0, 0, 0, 6] },
      grade === null
        ? { text: `不予评价：${excluded === null ? NOTHING : words('EvaluationExclusion', excluded)}`, fontSize: 10 }
        : {
            table: {
              widths: [54, 118, ...(dimensions ?? []).map(() => '*' as const)],
              body: [
                [
                  gradeCell(words('CreditGrade', grade), GRADE_COLOUR[grade] ?? COLOUR.ink),
                  scoreCell(evaluation, words),
                  ...(dimensions ?? []).map(({ dimension, points }) =>
                    dimensionCell(dimension === null ? NOTHING : words('EvaluationDimension', dimension), points ?? 0),
                  ),
                ],
              ],
            },
            layout: {
              ...ROWS,
              hLineWidth: () => 0,
              fillColor: () => COLOUR.band,
              paddingTop: () => 7,
              paddingBottom: () => 6,
            },
          },
    ],
  };
}

function gradeCell(text: string, color: string): TableCell {
  return { text, fontSize: 27, bold: true, color, alignment: 'center', margin: [0, -3, 0, 0] };
}

function scoreCell({ score, model, basis, asOf }: ReportedEvaluation, words: EnumWords): TableCell {
  return {
    stack: [
      {
        text: [
          { text: String(score ?? NOTHING), fontSize: 14, bold: true },
          { text: ` / ${model?.highest ?? NOTHING} 分`, fontSize: 8.5, color: COLOUR.faint },
        ],
      },
      {
        text: `模型 ${model?.id ?? NOTHING} · ${asOf ?? NOTHING}\n依据${basis === null ? NOTHING : words('EvaluationBasis', basis)}`,
        style: 'small',
      },
    ],
  };
}

function dimensionCell(text: string, points: number): TableCell {
  const color = points < 0 ? COLOUR.red : points > 0 ? COLOUR.green : COLOUR.faint;
  return {
    stack: [
      { text, fontSize: 8, color: COLOUR.faint, alignment: 'center', margin: [0, 3, 0, 2] },
      { text: points > 0 ? `+${points}` : String(points), fontSize: 12, bold: true, color, alignment: 'center' },
    ],
  };
}
