import { eventDays, subjectColumns } from '../../../src/sample/aboutEnterprise.ts';
import type { Chance } from '../../../src/sample/Chance.ts';
import type { CollectionSeed, SampleRow } from '../../../src/sample/DepartmentSeed.ts';
import { addMonths, type LocalDate } from '../../../src/values/localDate.ts';
import { caseNumber } from './courtCase.ts';

const KINDS = ['破产清算', '破产清算', '破产重整', '破产和解'];
const COURT = '福州市中级人民法院（示例）';
const CITY = { code: '350100', name: '福州市', place: '福州市', weight: 0 };

/** 破产、重整 of sample companies: at most one case each, as far as it has come by now. */
export const bankruptcyCases: CollectionSeed = (enterprise, chance, asOf) => {
  if (enterprise.kind !== 'COMPANY') return [];
  const means = { GOOD: 0.001, LAX: 0.02, TROUBLED: 0.14 };
  const days = eventDays(enterprise, chance, means, { asOf, months: 40 });
  return days.slice(-1).map((acceptedOn) => {
    // The rich one goes on with its business.
    const kind = enterprise.isRich ? '破产重整' : chance.pick(KINDS);
    return {
      ...subjectColumns(enterprise),
      ...{ kind, acceptedOn, court: COURT, publishedOn: acceptedOn },
      caseNo: caseNumber(CITY, acceptedOn, '破', enterprise.index, 0),
      administrator: chance.pick(['示例律师事务所', '示例破产清算事务所有限公司']),
      ...progress(kind, acceptedOn, asOf, chance),
    };
  });
};

function progress(kind: string, acceptedOn: LocalDate, asOf: LocalDate, chance: Chance): SampleRow {
  const decidedOn = addMonths(acceptedOn, chance.int(5, 10));
  const endedOn = addMonths(decidedOn, chance.int(6, 18));
  if (addMonths(acceptedOn, 2) > asOf) return { stage: '已受理' };
  if (decidedOn > asOf) return { stage: '债权申报' };
  const isLiquidation = kind === '破产清算';
  const decision = isLiquidation ? { declaredOn: decidedOn } : { planApprovedOn: decidedOn };
  if (endedOn <= asOf) return { ...decision, endedOn, stage: '程序终结' };
  if (isLiquidation) return { ...decision, stage: '宣告破产' };
  return { ...decision, stage: '批准重整计划', repairNote: '正在执行重整计划，可依法申请信用修复' };
}
