import type { DepartmentAnswer } from '../../transport/Transport.ts';
import type { Step } from './Run.ts';

const NOTHING: Step = () => undefined;

/**
 * Runs steps one after the other.
 *
 * @param steps - in order
 */
export function inSequence(steps: readonly Step[]): Step {
  const [only] = steps;
  if (steps.length === 1 && only) return only;
  const from = (start: number): Step => {
    return (run) => {
      for (let index = start; index < steps.length; index += 1) {
        const pending = steps[index]?.(run);
        const rest = rests[index + 1];
        if (pending) return rest ? pending.then(() => rest(run)) : pending;
      }
      return undefined;
    };
  };
  const rests = steps.map((_, index) => from(index));
  return rests[0] ?? NOTHING;
}

/**
 * Runs steps side by side; it ends with the last of them.
 *
 * @param steps - in any order
 */
export function inParallel(steps: readonly Step[]): Step {
  const [only] = steps;
  if (steps.length === 1 && only) return only;
  return (run) => {
    let pending: Promise<void>[] | undefined;
    for (const step of steps) {
      const ending = step(run);
      if (ending) (pending ??= []).push(ending);
    }
    if (!pending) return undefined;
    return pending.length === 1 ? pending[0] : Promise.all(pending).then(() => undefined);
  };
}

/**
 * Runs one of two steps.
 *
 * @param variable - whose value decides
 * @param whenTrue - nothing is done where it is absent
 * @param otherwise - nothing is done where it is absent
 */
export function onCondition(
  variable: string,
  whenTrue: Step | null | undefined,
  otherwise: Step | null | undefined,
): Step {
  const yes = whenTrue ?? NOTHING;
  const no = otherwise ?? NOTHING;
  return (run) => (run.coerced[variable] === true ? yes(run) : no(run));
}

/**
 * Goes on with an answer: at once where it is there, later otherwise.
 *
 * @param answer - of a department
 * @param settle - takes it
 */
export function whenAnswered(
  answer: DepartmentAnswer | Promise<DepartmentAnswer>,
  settle: (answer: DepartmentAnswer) => void,
): Promise<void> | undefined {
  if (isPending(answer)) return answer.then(settle);
  settle(answer);
  return undefined;
}

/**
 * Tells whether an answer is still to come.
 *
 * @param answer - of a department
 */
export function isPending(answer: DepartmentAnswer | Promise<DepartmentAnswer>): answer is Promise<DepartmentAnswer> {
  return 'then' in answer;
}
