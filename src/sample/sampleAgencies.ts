import type { Uscc } from '../values/uscc.ts';
import type { SampleIndustry } from './industries.ts';
import { orgCodeBody, sampleUscc } from './sampleUscc.ts';
import { textHash } from './textHash.ts';

/** A credit agency of the sample city: an enterprise that is the same in every sample, so that callers for development can belong to it. */
export interface SampleAgency {
  readonly uscc: Uscc;
  readonly name: string;
  readonly kind: 'ENTERPRISE' | 'RATING' | 'FINANCIAL';
  readonly industry: SampleIndustry;
}

/** The whole city, in which no sample enterprise has its code: an agency's is nobody else's. */
const CITY = '350100';

const CREDIT: SampleIndustry = {
  ...{ code: '7295', word: '征信', shop: '咨询服务部', weight: 0 },
  scope: '企业征信业务；信用评级；企业信用管理咨询服务。',
};
const BANK: SampleIndustry = {
  ...{ code: '6621', word: '银行', shop: '咨询服务部', weight: 0 },
  scope: '吸收公众存款；发放贷款；办理国内外结算；提供担保。',
};

/** The agencies, from the one that callers for development belong to. */
export const SAMPLE_AGENCIES = [
  agency('福州榕信（示例）征信有限公司', 'ENTERPRISE', CREDIT),
  agency('福州闽衡（示例）信用评级有限公司', 'RATING', CREDIT),
  agency('福州左海（示例）银行有限公司', 'FINANCIAL', BANK),
] as const;

function agency(name: string, kind: SampleAgency['kind'], industry: SampleIndustry): SampleAgency {
  return { uscc: sampleUscc('91', CITY, orgCodeBody(textHash(name) >>> 3, false)), name, kind, industry };
}
