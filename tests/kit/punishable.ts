import { addDays, todayInShanghai } from '../../src/values/localDate.ts';
import { APPLICANT, PENALTY } from './openRemedyCity.ts';

/** An enterprise as the registry enters it. */
export const ENTERPRISE = {
  uscc: APPLICANT.enterprise,
  name: '示例企业',
  status: 'IN_BUSINESS',
  establishedOn: '2020-01-01',
  registrationAuthority: '福州市市场监督管理局',
};

/** Enters {@link ENTERPRISE}; `$input` is the enterprise. */
export const REGISTER =
  'mutation ($input: EnterpriseInput!) { enterpriseCreate(input: $input) { id errors { message } } }';

/** Enters a penalty; `$input` is one of {@link recentPenalty}. */
export const PUNISH =
  'mutation ($input: AdministrativePenaltyInput!) { penaltyCreate(input: $input) { id errors { field message } } }';

/** The number of a penalty, as it is printed. */
export function penaltyNo(number: number): string {
  return `榕环罚〔2026〕${number}号`;
}

/**
 * A penalty of {@link ENTERPRISE} that is public now, whenever that is.
 *
 * @param number - tells it from the others
 */
export function recentPenalty(number: number): object {
  const today = todayInShanghai(new Date());
  return { ...PENALTY, docNo: penaltyNo(number), decidedOn: addDays(today, -60), publishedOn: addDays(today, -50) };
}
