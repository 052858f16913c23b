import { checkUscc } from '../../../src/values/uscc.ts';

const SYMBOLS = '0123456789ABCDEFGHJKLMNPQRTUWXY'.split('');

/**
 * Makes valid codes that differ from each other.
 *
 * @param count - how many
 * @param division - division code inside them
 */
export function testCodes(count: number, division = '350100'): string[] {
  return Array.from({ length: count }, (_, number) => {
    const body = `91${division}MA${String(number).padStart(7, '0')}`;
    const code = SYMBOLS.map((last) => body + last).find((candidate) => checkUscc(candidate).ok);
    if (code === undefined) throw new Error(`${body} has no check character`);
    return code;
  });
}
