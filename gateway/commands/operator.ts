import { userInfo } from 'node:os';
import { InvalidArgumentError } from 'commander';

const OPERATOR = /^(?<name>[^\s@]{1,64})@(?<department>[a-z][a-z0-9]*)$/u;

/**
 * Reads who a command acts for, as `name@department`: both are written into the provenance of every fact.
 *
 * @param text - as it was typed after `--as`
 * @param departments - names of the departments there are
 * @returns the operator in the same form
 * @throws InvalidArgumentError that says how to write it, or which departments there are
 */
export function parseOperator(text: string, departments: readonly string[]): string {
  const { name, department = '' } = OPERATOR.exec(text)?.groups ?? {};
  if (name === undefined) throw new InvalidArgumentError('Write who acts as name@department, such as li@registry.');
  if (!departments.includes(department)) {
    throw new InvalidArgumentError(`There is no department ${department}; there are ${departments.join(', ')}.`);
  }
  return text;
}

/**
 * Refuses an operator of another department than the one that owns what is written.
 *
 * @param operator - `name@department`
 * @param owner - name of the owning department
 * @throws InvalidArgumentError naming the owner
 */
export function mustBelongTo(operator: string, owner: string): void {
  if (operator.endsWith(`@${owner}`)) return;
  throw new InvalidArgumentError(`This collection belongs to ${owner}; write --as name@${owner}.`);
}

/**
 * Who acts where the command line does not say: this machine's user, for the owning department.
 *
 * @param department - the owner
 */
export function defaultOperator(department: string): string {
  return `${userInfo().username}@${department}`;
}
