import { eventDays, subjectColumns } from '../../../src/sample/aboutEnterprise.ts';
import type { CollectionSeed } from '../../../src/sample/DepartmentSeed.ts';
import { sampleAuthority } from '../../../src/sample/sampleAuthority.ts';
import { addMonths } from '../../../src/values/localDate.ts';

const BANKS = ['示例银行福州分行', '示例农村商业银行', '示例融资担保有限公司'];

/** 动产抵押、股权出质、知识产权出质 of a sample enterprise; shares are pledged by their holder, a person whose name is masked. */
export const pledges: CollectionSeed = (enterprise, chance, asOf) => {
  if (enterprise.kind !== 'COMPANY') return [];
  const means = { GOOD: 0.05, LAX: 0.1, TROUBLED: 0.4 };
  return eventDays(enterprise, chance, means, { asOf, months: 60 }).map((registeredOn, at) => {
    const kind = chance.pick(['动产抵押', '股权出质', '股权出质', '知识产权出质']);
    const amount = chance.int(20, 3_000);
    const isPersons = kind === '股权出质';
    const cancelledOn = chance.day(registeredOn, addMonths(registeredOn, 48));
    const isCancelled = cancelledOn <= asOf && chance.isTrue(0.6);
    return {
      ...subjectColumns(enterprise),
      kind,
      regNo: `示质${registeredOn.replaceAll('-', '')}${enterprise.index}${at + 1}`,
      pledgor: isPersons ? enterprise.person : enterprise.name,
      pledgorCategory: isPersons ? '自然人' : '法人及非法人组织',
      pledgee: chance.pick(BANKS),
      pledgeeCategory: '法人及非法人组织',
      debtAmount: String(amount),
      collateral: isPersons
        ? `持有的股权，出质数额${amount}万元`
        : kind === '动产抵押'
          ? '机器设备一批'
          : '发明专利权一项',
      registeredOn,
      publishedOn: registeredOn,
      authority: sampleAuthority('市场监督管理局', enterprise.district).name,
      status: isCancelled ? '注销' : '有效',
      ...(isCancelled ? { cancelledOn, cancelReason: '主债权消灭' } : {}),
    };
  });
};
