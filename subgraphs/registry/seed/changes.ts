import { eventDays, subjectColumns } from '../../../src/sample/aboutEnterprise.ts';
import type { Chance } from '../../../src/sample/Chance.ts';
import type { CollectionSeed } from '../../../src/sample/DepartmentSeed.ts';
import { personName } from '../../../src/sample/personName.ts';
import type { SampleEnterprise } from '../../../src/sample/SampleEnterprise.ts';
import { addDays, type LocalDate } from '../../../src/values/localDate.ts';
import { addressIn } from './enterprises.ts';

interface Change {
  readonly item: string;
  readonly before: string;
  readonly after: string;
}

/** 变更登记 of a sample enterprise; its earlier name, where it had one, was left in the second year. */
export const changes: CollectionSeed = (enterprise, chance, asOf) => {
  const means = { GOOD: 0.5, LAX: 0.8, TROUBLED: 2.2 };
  const days = eventDays(enterprise, chance, means, { asOf, months: 120 });
  const made = days.map((approvedOn) => ({ ...someChange(enterprise, chance), approvedOn }));
  return [...renaming(enterprise), ...made].map((change) => ({
    ...subjectColumns(enterprise),
    ...change,
    publishedOn: published(change.approvedOn, asOf),
  }));
};

function renaming({
  name,
  formerName,
  foundedOn,
  activeUntil,
}: SampleEnterprise): (Change & { approvedOn: LocalDate })[] {
  const approvedOn = addDays(foundedOn, 400);
  if (formerName === undefined || approvedOn > activeUntil) return [];
  return [{ item: '名称变更', before: formerName, after: name, approvedOn }];
}

function someChange(enterprise: SampleEnterprise, chance: Chance): Change {
  const { person, industry } = enterprise;
  const capital = chance.pick([50, 100, 200, 500, 1000]);
  return chance.pick<Change>([
    { item: '法定代表人（负责人）变更', before: personName(chance), after: person },
    { item: '住所变更', before: addressIn(enterprise, chance), after: addressIn(enterprise, chance) },
    { item: '经营范围变更', before: industry.scope.split('；')[0] ?? '', after: industry.scope },
    { item: '注册资本变更', before: `${capital}万元人民币`, after: `${capital * chance.pick([2, 4, 10])}万元人民币` },
  ]);
}

function published(approvedOn: LocalDate, asOf: LocalDate): LocalDate {
  const day = addDays(approvedOn, 3);
  return day > asOf ? asOf : day;
}
