import { renderMessage } from '../../../src/errors/AppError.ts';
import { StartError } from '../../../src/errors/StartError.ts';
import { START_ERRORS } from '../../../src/errors/startCodes.ts';

describe('StartError', () => {
  it('carries code and details, and an English message', () => {
    const cause = new Error('flock');
    const error = new StartError('DATA_DIR_IN_USE', { folder: '/srv/data', pid: 42 }, { cause });
    expect(error).toMatchObject({ code: 'DATA_DIR_IN_USE', details: { folder: '/srv/data', pid: 42 }, cause });
    expect(error.message).toBe('The folder /srv/data is in use by the process 42.');
  });

  it('can be told in Chinese', () => {
    const { code, details } = new StartError('DATA_DIR_IN_USE', { folder: '/srv/data', pid: 42 });
    expect(renderMessage(START_ERRORS[code], details, 'zh')).toBe('目录 /srv/data 正被进程 42 使用。');
  });

  it.each(Object.entries(START_ERRORS))('%s names the same details in both languages', (_code, { en, zh }) => {
    const braces = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    expect(braces(zh)).toEqual(braces(en));
  });
});
