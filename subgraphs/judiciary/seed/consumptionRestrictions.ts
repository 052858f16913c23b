import { eventDays, subjectColumns } from '../../../src/sample/aboutEnterprise.ts';
import type { CollectionSeed } from '../../../src/sample/DepartmentSeed.ts';
import { addDays } from '../../../src/values/localDate.ts';
import { caseNumber, courtOf } from './courtCase.ts';

const MEASURES = ['飞机;G字头动车组列车;星级酒店', '飞机;软卧;购买不动产;高档装修', '飞机', ''];
const LIFTINGS = ['已履行完毕', '提供有效担保', '申请执行人同意', '法定代表人变更', '终结执行'];

/** 限制消费令 against sample enterprises and those who act for them; a third have been lifted. */
export const consumptionRestrictions: CollectionSeed = (enterprise, chance, asOf) => {
  const means = { GOOD: 0.004, LAX: 0.07, TROUBLED: 0.9 };
  return eventDays(enterprise, chance, means, { asOf, months: 44 }).map((issuedOn, at) => {
    const measures = chance.pick(MEASURES);
    const liftedOn = addDays(issuedOn, chance.int(30, 600));
    const isLifted = liftedOn <= asOf && chance.isTrue(0.4);
    return {
      ...subjectColumns(enterprise),
      caseNo: caseNumber(enterprise.district, issuedOn, '执', enterprise.index, at),
      court: courtOf(enterprise.district),
      restrictedPerson: enterprise.person,
      issuedOn,
      publishedOn: issuedOn,
      ...(measures === '' ? {} : { measures }),
      ...(isLifted ? { liftedOn, liftReason: chance.pick(LIFTINGS) } : {}),
    };
  });
};
