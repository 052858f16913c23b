import type { Locale } from '../../src/errors/AppError.ts';
import type { Withholding } from '../../src/ledger/chain/withholdBody.ts';
import type { LedgerStatus } from '../../src/ledger/ledgerStatus.ts';
import type { Finding, Problem } from '../../src/ledger/verify/ChainCheck.ts';
import type { Verification } from '../../src/ledger/verify/verifyLedger.ts';

const PROBLEMS: Readonly<Record<Problem, Readonly<Record<Locale, string>>>> = {
  ENTRIES_MISSING: { en: 'entries are missing', zh: '条目缺失' },
  ENTRY_OUT_OF_ORDER: { en: 'the entry stands where it does not belong', zh: '条目次序错误' },
  ENTRY_CHANGED: { en: 'the entry was changed', zh: '条目被改动' },
  CHAIN_BROKEN: { en: 'the entry does not continue the one before it', zh: '与前一条目不相衔接' },
  BODY_MISSING: { en: 'the body is gone without having been withheld', zh: '内容丢失且未作屏蔽登记' },
  BODY_CHANGED: { en: 'the body was changed', zh: '内容被改动' },
  NOTHING_THERE: { en: 'there is nothing in the file', zh: '文件为空' },
  CHECKPOINT_MISSING: {
    en: 'no checkpoint, though every thousandth entry has one',
    zh: '缺少检查点（每千条应有一个）',
  },
  CHECKPOINT_INVALID: { en: 'the signature of the checkpoint is wrong', zh: '检查点签名无效' },
  CHECKPOINT_KEY_UNKNOWN: { en: 'the checkpoint is signed by a key that is not known', zh: '检查点签名密钥未知' },
  CHECKPOINT_CONTRADICTED: {
    en: 'the signed checkpoint says otherwise, or its entry is gone',
    zh: '与已签名的检查点不符，或其条目已不存在',
  },
};

const WORDS = {
  zh: {
    ...{
      sound: '账本完好。',
      empty: '账本中没有条目。',
      faulty: '账本有问题：',
      head: '末条序号',
      entries: '条目',
      withheld: '已屏蔽内容',
    },
    ...{ checkpoints: '有效检查点', signed: '签名覆盖至', more: '其余问题', none: '无' },
    ...{ outbox: '待入账', followers: '跟随进度' },
  },
  en: {
    ...{
      sound: 'The ledger is sound.',
      empty: 'The ledger holds no entries.',
      faulty: 'The ledger is not sound:',
      head: 'last entry',
      entries: 'entries',
    },
    ...{ withheld: 'bodies withheld', checkpoints: 'checkpoints', signed: 'signed up to', more: 'more findings' },
    ...{ none: 'none', outbox: 'not in the ledger yet', followers: 'followed up to' },
  },
} as const;

/**
 * Words the outcome of a check, with each place where something is wrong.
 *
 * @param result - of `verifyLedger`
 * @param locale - the language
 */
export function describeVerification(result: Verification, locale: Locale): string {
  const words = WORDS[locale];
  const { findings, faults, entries, checkpoints, signedUpTo } = result;
  const figures = [
    `  ${words.entries}: ${number(entries)}`,
    `  ${words.withheld}: ${withheldBodies(result, locale)}`,
    `  ${words.checkpoints}: ${number(checkpoints)}`,
    `  ${words.signed}: ${number(signedUpTo)}${unsignedTail(result, locale)}`,
  ];
  const unlisted = faults - findings.length;
  return [
    headline(result, locale),
    ...findings.map((finding) => `  ${describeFinding(finding, locale)}`),
    ...(unlisted > 0 ? [`  ${words.more}: ${number(unlisted)}`] : []),
    ...figures,
  ].join('\n');
}

/**
 * Words how far the ledger and its followers are.
 *
 * @param status - of `ledgerStatus`
 * @param locale - the language
 */
export function describeStatus(status: LedgerStatus, locale: Locale): string {
  const words = WORDS[locale];
  const departments = status.departments.map(({ name, outbox, followers }) => {
    const positions = Object.entries(followers).map(([follower, seq]) => `${follower} ${number(seq)}`);
    const followed = positions.length === 0 ? '' : `; ${words.followers}: ${positions.join(', ')}`;
    return `  ${name}  ${words.outbox}: ${number(outbox)}${followed}`;
  });
  return [
    `${words.head}: ${number(status.head)}${status.headTime === undefined ? '' : ` (${status.headTime.toISOString()})`}`,
    `${words.signed}: ${number(status.signedUpTo)}`,
    `${words.withheld}: ${number(status.withheld)}`,
    ...departments,
  ].join('\n');
}

/**
 * Words what became of a body that was to be withheld.
 *
 * @param withholding - of `withholdBody`
 * @param seq - number of the entry
 * @param locale - the language
 */
export function describeWithholding({ outcome, next }: Withholding, seq: number, locale: Locale): string {
  const texts: Readonly<Record<Withholding['outcome'], Readonly<Record<Locale, string>>>> = {
    WITHHELD: { en: `The body of entry ${seq} is erased.`, zh: `第 ${seq} 条的内容已删除。` },
    WITHHELD_BEFORE: { en: `The body of entry ${seq} was erased before.`, zh: `第 ${seq} 条的内容此前已删除。` },
    UNKNOWN: { en: `There is no entry ${seq}.`, zh: `没有第 ${seq} 条。` },
  };
  if (next === undefined) return texts[outcome][locale];
  const also = {
    en: `So is that of entry ${next}, the next of the same fact, which repeated the values it replaced.`,
    zh: `同一事实的下一条（第 ${next} 条）载有被替换的原值，其内容一并删除。`,
  };
  return `${texts[outcome][locale]}\n${also[locale]}`;
}

function headline({ isSound, entries }: Verification, locale: Locale): string {
  const { sound, faulty, empty } = WORDS[locale];
  if (!isSound) return faulty;
  return entries === 0 ? empty : sound;
}

/** Their numbers as well: of a body that is gone nothing can be checked, so a person has to know that it was meant to go. */
function withheldBodies({ withheld, firstWithheld }: Verification, locale: Locale): string {
  if (withheld === 0) return '0';
  const listed = `${firstWithheld.join(', ')}${withheld > firstWithheld.length ? ', …' : ''}`;
  return locale === 'zh'
    ? `${number(withheld)}（第 ${listed} 条；其内容与所属事实已无法核验）`
    : `${number(withheld)} (${listed}; what they said, and of which fact, can not be checked any more)`;
}

function unsignedTail({ signedUpTo, unsigned }: Verification, locale: Locale): string {
  if (unsigned === 0) return '';
  return locale === 'zh'
    ? `；第 ${number(signedUpTo)} 条之后的 ${number(unsigned)} 条已入链，尚未签名`
    : `; entries after ${number(signedUpTo)} are chained but not signed yet (${number(unsigned)})`;
}

function describeFinding({ problem, seq, to }: Finding, locale: Locale): string {
  const place = to === undefined || to === seq ? String(seq) : `${seq}-${to}`;
  return `${place}: ${PROBLEMS[problem][locale]} (${problem})`;
}

function number(count: number): string {
  return count.toLocaleString('en');
}
