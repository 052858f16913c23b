import { eventDays, subjectColumns } from '../../../src/sample/aboutEnterprise.ts';
import type { CollectionSeed } from '../../../src/sample/DepartmentSeed.ts';
import { addDays } from '../../../src/values/localDate.ts';
import { caseNumber, courtOf } from './courtCase.ts';

const CAUSES = ['买卖合同纠纷', '建设工程施工合同纠纷', '劳动争议', '租赁合同纠纷', '民间借贷纠纷', '侵害商标权纠纷'];
const KINDS = [
  { kind: '民事判决书', weight: 55, resultSummary: '判决被告于判决生效之日起十日内支付款项及违约金' },
  { kind: '民事裁定书', weight: 30, resultSummary: '准许原告撤回起诉' },
  { kind: '民事调解书', weight: 12, resultSummary: '双方达成调解协议' },
  { kind: '支付令', weight: 3, resultSummary: '责令被申请人十五日内清偿债务' },
] as const;
const ROLES = ['被告', '被告', '原告', '原告', '第三人', '被上诉人'];

/** 裁判文书 in which a sample enterprise is a party. */
export const judgments: CollectionSeed = (enterprise, chance, asOf) => {
  const means = { GOOD: 0.08, LAX: 0.35, TROUBLED: 1.6 };
  return eventDays(enterprise, chance, means, { asOf, months: 60 }).map((judgedOn, at) => {
    const { kind, resultSummary } = chance.weighted(KINDS, ({ weight }) => weight);
    const publishedOn = addDays(judgedOn, chance.int(7, 45));
    return {
      ...subjectColumns(enterprise),
      ...{ kind, resultSummary, judgedOn },
      caseNo: caseNumber(enterprise.district, judgedOn, '民初', enterprise.index, at),
      court: courtOf(enterprise.district),
      cause: chance.pick(CAUSES),
      role: chance.pick(ROLES),
      publishedOn: publishedOn > asOf ? asOf : publishedOn,
    };
  });
};
