import type { VerifiedReport } from './VerifyAnswer.ts';

/** What the page for verification says first. */
export interface Verdict {
  readonly tone: 'good' | 'changed' | 'bad';
  readonly mark: string;
  readonly title: string;
  readonly english: string;
  readonly advice: string;
}

const UNKNOWN: Verdict = {
  tone: 'bad',
  mark: '✕',
  title: '未查询到该报告',
  english: 'Not issued here',
  advice: '本平台没有出具过使用该核验码的报告。请检查输入；如核验码无误，该报告不是本平台出具的。',
};

const UNSIGNED: Verdict = {
  tone: 'bad',
  mark: '✕',
  title: '签名无效',
  english: 'Signature not valid',
  advice: '报告的电子签名不能通过核验，请勿使用，并向市信用办反映。',
};

const CHANGED: Verdict = {
  tone: 'changed',
  mark: '!',
  title: '报告由本平台出具，内容已有变化',
  english: 'Issued here, changed since',
  advice: '报告所载信息在出具之后有更正、标注、不再公示或者新增，请重新获取报告。',
};

const CURRENT: Verdict = {
  tone: 'good',
  mark: '✓',
  title: '报告由本平台出具，内容没有变化',
  english: 'Issued here, unchanged',
  advice: '报告所载信息与目前一致，出具之后没有新增信息。',
};

/**
 * Sums up what was found of a report.
 *
 * @param report - null where there is none
 */
export function verdictOf(report: VerifiedReport | null): Verdict {
  if (report === null) return UNKNOWN;
  if (report.isSignatureValid !== true) return UNSIGNED;
  return report.hasChanged === true || (report.added ?? 0) > 0 ? CHANGED : CURRENT;
}
