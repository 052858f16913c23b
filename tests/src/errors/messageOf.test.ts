import { runInNewContext } from 'node:vm';
import { messageOf } from '../../../src/errors/messageOf.ts';

describe('messageOf', () => {
  it.each([
    [new Error('no space left\nat line 3'), 'no space left'],
    [runInNewContext('new TypeError("of another realm")'), 'of another realm'],
    ['a text', 'a text'],
    [undefined, 'undefined'],
    [new Error(''), ''],
  ])('tells the first line of %s', (error, message) => {
    expect(messageOf(error)).toBe(message);
  });
});
