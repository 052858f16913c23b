import { personName } from '../../../src/sample/personName.ts';
import { optionalColumns } from '../../../src/sample/optionalColumns.ts';
import type { Chance } from '../../../src/sample/Chance.ts';
import type { CollectionSeed, SampleRow } from '../../../src/sample/DepartmentSeed.ts';
import { sampleAuthority } from '../../../src/sample/sampleAuthority.ts';
import type { SampleEnterprise } from '../../../src/sample/SampleEnterprise.ts';
import { addDays, addYears, type LocalDate } from '../../../src/values/localDate.ts';

const STATUS: Readonly<Record<SampleEnterprise['status'], string>> = {
  IN_BUSINESS: '存续',
  SUSPENDED: '歇业',
  REVOKED: '吊销未注销',
  DEREGISTERED: '注销',
  MOVED_OUT: '迁出',
};
const ENTITY_TYPE: Readonly<Record<SampleEnterprise['kind'], string>> = {
  COMPANY: '有限责任公司(自然人投资或控股)',
  HOUSEHOLD: '个体工商户',
  COOPERATIVE: '农民专业合作社',
  BRANCH: '有限责任公司分公司',
};
const SOLE_OWNER = '有限责任公司(自然人独资)';
const TEN_THOUSANDS = [10, 30, 50, 100, 100, 200, 300, 500, 500, 1000, 2000, 5000, 10000];
const POSITIONS = ['执行董事兼总经理', '监事', '财务负责人'];

/** 登记注册基本信息 of a sample enterprise. */
export const enterprises: CollectionSeed = (enterprise, chance) => {
  const { uscc, name, formerName, kind, status, foundedOn, district, industry, person, parentUscc } = enterprise;
  return [
    optionalColumns({
      ...{ uscc, name, formerNames: formerName, legalRepresentative: person, parentUscc },
      status: STATUS[status],
      entityType: ENTITY_TYPE[kind],
      establishedOn: foundedOn,
      businessScope: industry.scope,
      domicile: addressIn(enterprise, chance),
      province: '福建省',
      city: '福州市',
      districtCode: district.code,
      registrationAuthority: sampleAuthority('市场监督管理局', district).name,
      businessTermFrom: foundedOn,
      industryCode: industry.code,
      ...suspension(enterprise, chance),
      ...closure(enterprise),
      ...(kind === 'COMPANY' ? companyColumns(enterprise, chance) : {}),
      ...(kind === 'COOPERATIVE' ? { registeredCapital: `${chance.pick(TEN_THOUSANDS)}万元人民币` } : {}),
    }),
  ];
};

function suspension({ status, activeUntil }: SampleEnterprise, chance: Chance): SampleRow {
  if (status !== 'SUSPENDED') return {};
  return { suspendedFrom: activeUntil, suspendedUntil: addYears(activeUntil, chance.int(1, 3)) };
}

/** A revoked licence has its day; who has left the register did so by a notice that lasted 20 days. */
function closure({ status, activeUntil }: SampleEnterprise): SampleRow {
  if (status === 'REVOKED') return { revokedOn: activeUntil };
  return status === 'DEREGISTERED' ? { simpleDeregistrationNoticeFrom: addDays(activeUntil, -30) } : {};
}

function companyColumns({ person, foundedOn }: SampleEnterprise, chance: Chance): SampleRow {
  const capital = chance.pick(TEN_THOUSANDS);
  const owners = shareholdersOf(person, capital * 10_000, chance, foundedOn);
  return {
    ...(owners.length === 1 ? { entityType: SOLE_OWNER } : {}),
    registeredCapital: `${capital}万元人民币`,
    ...(chance.isTrue(0.4) ? { businessTermTo: addYears(foundedOn, chance.pick([20, 30, 50])) } : {}),
    shareholders: JSON.stringify(owners),
    officers: JSON.stringify(officersOf(person, chance)),
    liaison: personName(chance),
    beneficialOwners: JSON.stringify([{ name: person, basis: '直接持股', since: foundedOn }]),
    filedDocs: JSON.stringify([{ name: '公司章程', filedOn: foundedOn }]),
  };
}

/**
 * An address that is nowhere: its street is called 示例.
 *
 * @param enterprise - gives the district
 * @param chance - chooses street and number
 */
export function addressIn({ district }: SampleEnterprise, chance: Chance): string {
  const street = chance.pick(['示例一路', '示例二路', '示例大道', '示例街', '示例巷']);
  return `${district.place}${street}${chance.int(1, 380)}号${chance.int(1, 28)}层${chance.int(1, 20)}单元`;
}

function shareholdersOf(person: string, capital: number, chance: Chance, foundedOn: LocalDate): SampleRow[] {
  const first = chance.pick([1, 0.8, 0.7, 0.6, 0.51]);
  const shares = [
    { name: person, subscribed: capital * first },
    { name: personName(chance), subscribed: capital * (1 - first) },
  ].filter(({ subscribed }) => subscribed > 0);
  return shares.map(({ name, subscribed }) => ({
    name,
    subscribed: subscribed.toFixed(2),
    paid: (subscribed * chance.pick([0, 0.3, 0.5, 1])).toFixed(2),
    dueOn: addYears(foundedOn, chance.pick([5, 10, 20])),
    form: chance.pick(['货币', '货币', '货币', '实物', '知识产权']),
  }));
}

function officersOf(person: string, chance: Chance): SampleRow[] {
  return POSITIONS.map((position, at) => ({ name: at === 0 ? person : personName(chance), position }));
}
