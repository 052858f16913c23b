import type { AuditFinding, AuditProblem } from '../../src/audit/verify/Finding.ts';
import type { AuditVerification } from '../../src/audit/verify/verifyAudit.ts';
import type { Locale } from '../../src/errors/AppError.ts';

const PROBLEMS: Readonly<Record<AuditProblem, Readonly<Record<Locale, string>>>> = {
  RECORDS_MISSING: { en: 'records are missing', zh: '记录缺失' },
  RECORD_CHANGED: { en: 'the record was changed', zh: '记录被改动' },
  RECORD_OUT_OF_ORDER: { en: 'the record stands where it does not belong', zh: '记录次序错误' },
  CHAIN_BROKEN: { en: 'the record does not continue the one before it', zh: '与前一记录不相衔接' },
  CHAIN_MISSING: { en: 'a whole chain is missing', zh: '整条记录链缺失' },
  CHAIN_UNKNOWN: { en: 'a chain that no process has opened', zh: '来历不明的记录链' },
  OPERATION_CHANGED: { en: 'what was asked was changed', zh: '操作内容被改动' },
  OPERATION_MISSING: { en: 'what was asked is missing', zh: '操作内容缺失' },
  CHECKPOINTS_MISSING: { en: 'checkpoints are missing', zh: '检查点缺失' },
  CHECKPOINT_INVALID: { en: 'the signature of the checkpoint is wrong', zh: '检查点签名无效' },
  CHECKPOINT_KEY_UNKNOWN: { en: 'the checkpoint is signed by a key that is not known', zh: '检查点签名密钥未知' },
  CHECKPOINT_BROKEN: { en: 'the checkpoint does not continue the one before it', zh: '与前一检查点不相衔接' },
  CHECKPOINT_CONTRADICTED: { en: 'the signed checkpoint says otherwise', zh: '与已签名的检查点不符' },
  END_MISSING: {
    en: 'the end of the log, as it was kept beside the database, is not there',
    zh: '日志末尾与数据库外留存的不符',
  },
};

const WORDS = {
  zh: {
    ...{ sound: '审计日志完好。', faulty: '审计日志有问题：', more: '其余问题', records: '记录', chains: '记录链' },
    ...{ open: '其中未关闭', checkpoints: '检查点', unsigned: '尚未签名的记录', expired: '已清除超过十年的记录' },
  },
  en: {
    ...{ sound: 'The audit log is sound.', faulty: 'The audit log is not sound:', more: 'more findings' },
    ...{ records: 'records', chains: 'chains', open: 'of these not closed', checkpoints: 'checkpoints' },
    ...{ unsigned: 'records not signed yet', expired: 'records older than ten years taken out' },
  },
} as const;

/**
 * Words the outcome of a check of the audit log, with each place where something is wrong.
 *
 * @param result - of `verifyAudit`
 * @param locale - the language
 */
export function describeAudit(result: AuditVerification, locale: Locale): string {
  const words = WORDS[locale];
  const unlisted = result.faults - result.findings.length;
  return [
    result.isSound ? words.sound : words.faulty,
    ...result.findings.map((finding) => `  ${describeFinding(finding, locale)}`),
    ...(unlisted > 0 ? [`  ${words.more}: ${number(unlisted)}`] : []),
    `  ${words.records}: ${number(result.records)}`,
    `  ${words.chains}: ${number(result.chains)} (${words.open}: ${number(result.open)})`,
    `  ${words.checkpoints}: ${number(result.checkpoints)}`,
    `  ${words.unsigned}: ${number(result.unsigned)}`,
  ].join('\n');
}

/**
 * Words how many records were taken out because they had been kept long enough.
 *
 * @param count - of records
 * @param locale - the language
 */
export function describeExpiry(count: number, locale: Locale): string {
  return `${WORDS[locale].expired}: ${number(count)}`;
}

function describeFinding({ problem, chain, number: first, to, operation }: AuditFinding, locale: Locale): string {
  const numbers = first === undefined ? [] : [to === undefined || to === first ? String(first) : `${first}-${to}`];
  const place = [...(chain === undefined ? [] : [chain]), ...(operation === undefined ? [] : [operation]), ...numbers];
  return `${place.join(' ')}: ${PROBLEMS[problem][locale]} (${problem})`;
}

function number(count: number): string {
  return count.toLocaleString('en');
}
