import { eventDays } from '../../../src/sample/aboutEnterprise.ts';
import type { CollectionSeed } from '../../../src/sample/DepartmentSeed.ts';
import { optionalColumns } from '../../../src/sample/optionalColumns.ts';
import { applicationColumns, samplePaper, stepsUntil, type SampleStep, type TakenStep } from './sampleApplication.ts';

const BEGIN: readonly SampleStep[] = [
  { status: 'SUBMITTED', after: 0, by: 'applicant' },
  { status: 'MARKED', after: 0, by: 'remedy' },
];
const CHECKED: readonly SampleStep[] = [
  ...BEGIN,
  { status: 'SELF_CHECK', after: 1, by: 'remedy' },
  { status: 'ANSWERED', after: 2, by: 'remedy', note: '与原始文书一致' },
];
const PASSED_ON: readonly SampleStep[] = [
  ...BEGIN,
  { status: 'FORWARDED', after: 1, by: 'remedy' },
  { status: 'ANSWERED', after: 4, by: 'disclosure', note: '金额录入有误' },
];
const WAYS: readonly (readonly SampleStep[])[] = [
  [...CHECKED, { status: 'REJECTED', after: 1, by: 'remedy', note: '异议不成立，原记录无误' }],
  [
    ...CHECKED,
    { status: 'REJECTED', after: 1, by: 'remedy', note: '异议不成立，原记录无误' },
    { status: 'REVIEW', after: 3, by: 'applicant', note: '对处理结果有异议' },
  ],
  [...PASSED_ON, { status: 'CORRECTED', after: 2, by: 'remedy', note: '已由提供单位更正' }],
  [...PASSED_ON, { status: 'UPHELD', after: 2, by: 'remedy', note: '不符合列入条件，终止公示' }],
  [...BEGIN, { status: 'WITHDRAWN', after: 2, by: 'applicant' }],
];
const GROUNDS = ['错误', '遗漏', '超期公开', '不符合列入条件', '错误;遗漏'];

/** 异议申请 of sample enterprises, on all ways that an objection can go. */
export const objections: CollectionSeed = (enterprise, chance, asOf) => {
  const means = { GOOD: 0.003, LAX: 0.05, TROUBLED: 0.2 };
  return eventDays(enterprise, chance, means, { asOf, months: 24 }).map((filedOn, at) => {
    const columns = applicationColumns(enterprise, chance, 'YY', at);
    const steps = stepsUntil(chance.pick(WAYS), filedOn, asOf);
    return {
      ...columns,
      ...optionalColumns({
        status: steps.at(-1)?.status,
        grounds: chance.pick(GROUNDS),
        statement: '该记录所载内容与事实不符，请予核实。',
        evidence: samplePaper('情况说明', columns['applicationNo'] ?? ''),
        filedOn,
        markedOn: filedOn,
        steps: JSON.stringify(steps),
        ...checkOf(steps),
        ...endOf(steps),
      }),
    };
  });
};

function checkOf(steps: readonly TakenStep[]) {
  const reached = new Map(steps.map((step) => [step.status, step]));
  const answer = reached.get('ANSWERED');
  return {
    forwardedOn: reached.get('FORWARDED')?.on,
    answer: answer?.note,
    answeredBy: answer?.by,
    answeredOn: answer?.on,
    reviewAskedOn: reached.get('REVIEW')?.on,
  };
}

function endOf(steps: readonly TakenStep[]) {
  const end = steps.find(({ status }) => ['UPHELD', 'CORRECTED', 'REJECTED'].includes(status));
  return { conclusion: end?.note, concludedOn: end?.on };
}
