import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, ROOT } from '../../conformance/repositoryFiles.ts';
import { DateTime, LocalDateScalar, Money, USCC } from '../../../src/values/scalars.ts';
import { USCC_FAULTS } from '../../../src/values/usccFaults.ts';
import { AppError, type ErrorDetails } from '../../../src/errors/AppError.ts';
import { wordDetails } from '../../../src/errors/wordDetails.ts';

/** The details that a scalar refuses a value with. */
function refusalOf(read: () => unknown): ErrorDetails {
  try {
    read();
  } catch (error) {
    if (error instanceof AppError) return error.extensions['details'] as ErrorDetails;
  }
  throw new Error('Accepted');
}

describe('words for the details of a failure', () => {
  it('are the phrase for a part of a code, in the language of the caller', () => {
    for (const [part, phrase] of Object.entries(USCC_FAULTS)) {
      expect(wordDetails({ part }, 'en')).toEqual({ part: phrase.en });
      expect(wordDetails({ part }, 'zh')).toEqual({ part: phrase.zh });
    }
  });

  it('ask whether another code was meant, where one is suggested', () => {
    const details = { part: 'ALPHABET', suggestion: '91350100705362917E' };
    const { en, zh } = USCC_FAULTS.ALPHABET;
    expect(wordDetails(details, 'en')['part']).toBe(`${en}; did you mean 91350100705362917E?`);
    expect(wordDetails(details, 'zh')['part']).toBe(`${zh}；是否应为 91350100705362917E？`);
  });

  it('are Chinese for every reason that a scalar refuses a value with', () => {
    const refusals = [USCC, LocalDateScalar, DateTime, Money].flatMap((scalar) => [
      refusalOf(() => scalar.parseValue(1)),
      refusalOf(() => scalar.parseValue('x')),
    ]);
    for (const details of refusals) {
      const { part, reason } = wordDetails(details, 'zh');
      expect(`${part ?? ''}${reason ?? ''}`).toMatch(/\p{Script=Han}/u);
      const english = wordDetails(details, 'en');
      expect(`${english['part'] ?? ''}${english['reason'] ?? ''}`).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('are Chinese for every reason that is written anywhere in the code', () => {
    const reasons = ['src', 'subgraphs'].flatMap((folder) =>
      filesUnder(folder)
        .filter((file) => file.endsWith('.ts'))
        .flatMap((file) => [
          ...readFileSync(join(ROOT, file), 'utf8').matchAll(/VALUE_INVALID'[^}]*reason: '([^']+)'/g),
        ])
        .map(([, reason = '']) => reason),
    );
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(wordDetails({ reason }, 'zh')['reason']).toMatch(/\p{Script=Han}/u);
  });

  it('leave all other details as they are', () => {
    expect(wordDetails({ limit: 5, part: 'OTHER', reason: 'because' }, 'zh')).toEqual({
      limit: 5,
      part: 'OTHER',
      reason: 'because',
    });
    expect(wordDetails({ part: 'toString' }, 'en')).toEqual({ part: 'toString' });
  });
});
