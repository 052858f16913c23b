import { CompositionError } from '../../../gateway/compose.ts';
import { explainFailure } from '../../../gateway/commands/explainFailure.ts';
import { ConfigError } from '../../../src/config/ConfigError.ts';
import { AppError } from '../../../src/errors/AppError.ts';
import { StartError } from '../../../src/errors/StartError.ts';

describe('telling why a command failed', () => {
  const inUse = new StartError('PORT_IN_USE', { port: 4000, host: '127.0.0.1' });

  it('says what is wrong in the language of the user, the code and what to do', () => {
    expect(explainFailure(inUse, 'en')).toBe(
      'The port 4000 of 127.0.0.1 is in use by another program.\n' +
        '  PORT_IN_USE: Stop that program, or set PORT to another one; PORT=0 takes a free one.',
    );
    expect(explainFailure(inUse, 'zh')).toMatch(/^127\.0\.0\.1 的端口 4000 已被其他程序占用。\n {2}PORT_IN_USE: /);
  });

  it('does so for failures of the other tables', () => {
    expect(explainFailure(new AppError('PAGE_SIZE', { limit: 100 }), 'zh')).toMatch(
      /^`first` 必须在 1 到 100 之间。\n {2}PAGE_SIZE: /,
    );
  });

  it('lists all problems of the settings and of the composition', () => {
    expect(explainFailure(new ConfigError(['PORT is wrong', 'HOST is wrong']), 'zh')).toContain('\n  - HOST is wrong');
    expect(explainFailure(new CompositionError(['A: b']), 'en')).toContain('\n  - A: b');
  });

  it('says the first line of a failure that nobody knows, without a stack', () => {
    expect(explainFailure(new RangeError('out of bounds\nmore'), 'en')).toBe('out of bounds');
    expect(explainFailure('thrown text', 'en')).toBe('thrown text');
  });
});
