import type { Chance } from '../../../src/sample/Chance.ts';
import { subjectColumns } from '../../../src/sample/aboutEnterprise.ts';
import type { SampleRow } from '../../../src/sample/DepartmentSeed.ts';
import type { SampleEnterprise } from '../../../src/sample/SampleEnterprise.ts';
import { textHash } from '../../../src/sample/textHash.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import { addWorkingDays } from '../../../src/values/workingDays.ts';

/** A step that an application would take, so many working days after the one before. */
export interface SampleStep {
  readonly status: string;
  readonly after: number;
  readonly by: string;
  readonly note?: string;
}

/** A step that was taken. */
export interface TakenStep extends Omit<SampleStep, 'after'> {
  readonly on: LocalDate;
}

const TARGETS = [
  ['AdministrativePenalty', 'disclosure', '行政处罚'],
  ['AdministrativePenalty', 'disclosure', '行政处罚'],
  ['AbnormalListing', 'registry', '异常名录'],
  ['SeriousViolationListing', 'registry', '严重失信名单'],
] as const;

/**
 * Gives the columns of an application that say who applies and about what. The facts are invented: none of the sample is meant, since the
 * sample writes facts only and has nothing done about others.
 *
 * @param enterprise - who applies
 * @param chance - chooses
 * @param sign - begins the number
 * @param at - tells the applications of an enterprise apart
 */
export function applicationColumns(enterprise: SampleEnterprise, chance: Chance, sign: string, at: number): SampleRow {
  const [targetType, targetDepartment, targetKind] = chance.pick(TARGETS);
  const targetFact = `示${enterprise.index}-${at}`;
  return {
    ...subjectColumns(enterprise),
    applicationNo: `${sign}-${targetFact}-1`,
    ...{ targetFact, targetType, targetDepartment, targetKind },
  };
}

/**
 * Gives the steps that were taken by a day.
 *
 * @param steps - the way of the application
 * @param begunOn - its first day
 * @param asOf - no step is later
 */
export function stepsUntil(steps: readonly SampleStep[], begunOn: LocalDate, asOf: LocalDate): readonly TakenStep[] {
  let on = begunOn;
  const taken = steps.map(({ after, ...step }) => {
    on = after === 0 ? on : addWorkingDays(on, after);
    return { ...step, on };
  });
  return taken.filter((step) => step.on <= asOf);
}

/**
 * Invents a paper as a file of the sample names it; its digest is made of letters, so that no number stands in it.
 *
 * @param name - of the paper
 * @param of - what tells it from others
 */
export function samplePaper(name: string, of: string): string {
  const digits = [0, 1, 2, 3, 4, 5, 6, 7].map((part) =>
    (textHash(`${name}/${of}/${part}`) >>> 0).toString(16).padStart(8, '0'),
  );
  const digest = digits.join('').replace(/\d/gu, (digit) => 'abcdef'.charAt(Number(digit) % 6));
  return JSON.stringify([{ name, digest }]);
}
