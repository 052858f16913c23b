import { eventDays } from '../../../src/sample/aboutEnterprise.ts';
import type { CollectionSeed, SampleRow } from '../../../src/sample/DepartmentSeed.ts';
import { optionalColumns } from '../../../src/sample/optionalColumns.ts';
import { extendedDueOn } from '../rules/clocks.ts';
import { applicationColumns, samplePaper, stepsUntil, type SampleStep, type TakenStep } from './sampleApplication.ts';

const REASON = '已缴清罚款并完成整改';
const BEGIN: readonly SampleStep[] = [{ status: 'SUBMITTED', after: 0, by: 'applicant' }];
const TO_DECIDER: readonly SampleStep[] = [
  ...BEGIN,
  { status: 'ACCEPTED', after: 2, by: 'remedy' },
  { status: 'FORWARDED', after: 1, by: 'remedy' },
  { status: 'UNDER_REVIEW', after: 1, by: 'disclosure' },
];
const APPROVED: readonly SampleStep[] = [
  ...TO_DECIDER,
  { status: 'APPROVED', after: 4, by: 'disclosure', note: REASON },
];
const WAYS: readonly (readonly SampleStep[])[] = [
  APPROVED,
  [...APPROVED, { status: 'CLOSED', after: 5, by: 'remedy' }],
  [...APPROVED, { status: 'UNDONE', after: 30, by: 'disclosure', note: '承诺不实' }],
  [...TO_DECIDER, { status: 'DENIED', after: 3, by: 'disclosure', note: '尚未完成整改' }],
  [
    ...TO_DECIDER,
    { status: 'DENIED', after: 3, by: 'disclosure', note: '尚未完成整改' },
    { status: 'APPEALED', after: 3, by: 'applicant', note: '整改已完成' },
  ],
  [...TO_DECIDER, { status: 'EXTENDED', after: 2, by: 'disclosure', note: '需现场核查' }],
  [...BEGIN, { status: 'REJECTED', after: 2, by: 'remedy', note: '缺少缴款凭证' }],
  [...BEGIN, { status: 'WITHDRAWN', after: 1, by: 'applicant' }],
];

/** 信用修复申请 of sample enterprises, on all ways that an application can go. */
export const repairs: CollectionSeed = (enterprise, chance, asOf) => {
  const means = { GOOD: 0.005, LAX: 0.15, TROUBLED: 0.6 };
  return eventDays(enterprise, chance, means, { asOf, months: 24 }).map((filedOn, at) => {
    const columns = applicationColumns(enterprise, chance, 'XF', at);
    const steps = stepsUntil(chance.pick(WAYS), filedOn, asOf);
    return {
      ...columns,
      ...papersOf(columns['applicationNo'] ?? ''),
      ...optionalColumns({
        status: steps.at(-1)?.status,
        filedOn,
        submittedOn: filedOn,
        steps: JSON.stringify(steps),
        ...daysOf(steps),
        extendedUntil: steps.some(({ status }) => status === 'EXTENDED') ? extendedDueOn(filedOn) : undefined,
        ...rulingOf(steps),
      }),
    };
  });
};

function papersOf(number: string): SampleRow {
  return { evidence: samplePaper('缴款凭证', number), promise: samplePaper('信用承诺书', number) };
}

function daysOf(steps: readonly TakenStep[]) {
  const reached = new Map(steps.map((step) => [step.status, step]));
  return {
    acceptedOn: reached.get('ACCEPTED')?.on,
    missing: reached.get('REJECTED')?.note,
    forwardedOn: reached.get('FORWARDED')?.on,
    syncedOn: reached.get('APPROVED')?.on,
    appealedOn: reached.get('APPEALED')?.on,
    undoneOn: reached.get('UNDONE')?.on,
    undoReason: reached.get('UNDONE')?.note,
  };
}

function rulingOf(steps: readonly TakenStep[]) {
  const ruling = steps.find(({ status }) => status === 'APPROVED' || status === 'DENIED');
  if (ruling === undefined) return {};
  return { decision: ruling.status, decisionReason: ruling.note, decider: ruling.by, ruledOn: ruling.on };
}
