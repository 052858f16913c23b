import { verdictOf } from '../../../gateway/report/verdictOf.ts';
import type { VerifiedReport } from '../../../gateway/report/VerifyAnswer.ts';

const CURRENT: VerifiedReport = {
  ...{ reportNo: 'CR', verificationCode: 'X', generatedAt: null, requestedBy: 'PUBLIC', keyId: 'k', digest: 'd' },
  ...{
    subject: null,
    isSignatureValid: true,
    hasChanged: false,
    unchanged: 3,
    changed: 0,
    noLongerPublic: 0,
    added: 0,
  },
};

describe('the verdict on a report', () => {
  it.each([
    ['none of ours', null, 'bad'],
    ['as it was', CURRENT, 'good'],
    ['changed', { ...CURRENT, hasChanged: true }, 'changed'],
    ['changed where nobody may see it', { ...CURRENT, hasChanged: true, changed: 0 }, 'changed'],
    ['with something new since', { ...CURRENT, added: 1 }, 'changed'],
    ['with a signature that is not ours', { ...CURRENT, isSignatureValid: false }, 'bad'],
    ['whose signature nobody could check', { ...CURRENT, isSignatureValid: null }, 'bad'],
  ] as const)('%s', (_what, report, tone) => {
    expect(verdictOf(report).tone).toBe(tone);
  });
});
