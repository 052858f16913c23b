import { InvalidArgumentError } from 'commander';
import { defaultOperator, mustBelongTo, parseOperator } from '../../../gateway/commands/operator.ts';

const DEPARTMENTS = ['registry', 'disclosure'];

describe('who a command acts for', () => {
  it.each(['li@registry', '李明@disclosure', 'job-7@registry'])('reads %s', (text) => {
    expect(parseOperator(text, DEPARTMENTS)).toBe(text);
  });

  it.each(['li', '@registry', 'li@', 'a b@registry', 'li@tax@registry', ''])(
    'refuses %j, saying how to write it',
    (text) => {
      expect(() => parseOperator(text, DEPARTMENTS)).toThrow(InvalidArgumentError);
      expect(() => parseOperator(text, DEPARTMENTS)).toThrow('name@department');
    },
  );

  it('refuses a department that there is not, naming those there are', () => {
    expect(() => parseOperator('li@tax', DEPARTMENTS)).toThrow('there are registry, disclosure');
  });

  it('lets nobody write for another department', () => {
    expect(() => {
      mustBelongTo('li@disclosure', 'registry');
    }).toThrow('--as name@registry');
    expect(() => {
      mustBelongTo('li@registry', 'registry');
    }).not.toThrow();
  });

  it('takes the user of the machine where none is named', () => {
    expect(parseOperator(defaultOperator('registry'), DEPARTMENTS)).toMatch(/@registry$/);
  });
});
