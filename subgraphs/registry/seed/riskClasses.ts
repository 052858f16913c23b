import { subjectColumns } from '../../../src/sample/aboutEnterprise.ts';
import type { Chance } from '../../../src/sample/Chance.ts';
import type { CollectionSeed } from '../../../src/sample/DepartmentSeed.ts';
import type { SampleEnterprise } from '../../../src/sample/SampleEnterprise.ts';

const LEVELS: Readonly<Record<SampleEnterprise['standing'], readonly string[]>> = {
  GOOD: ['A类', 'A类', 'A类', 'B类'],
  LAX: ['B类', 'B类', 'C类'],
  TROUBLED: ['C类', 'D类', 'D类'],
};
/** Lines of business with a model of their own. */
const FIELDS: Readonly<Record<string, string>> = { '6210': '食品', '1439': '食品', '1361': '食品', '5154': '医疗器械' };

/** 企业信用风险分类 of a sample enterprise in the month of the sample; departments alone see it. */
export const riskClasses: CollectionSeed = (enterprise, chance, asOf) => {
  const computedOn = `${asOf.slice(0, 7)}-01`;
  if (enterprise.foundedOn > computedOn || enterprise.activeUntil < computedOn) return [];
  const field = FIELDS[enterprise.industry.code];
  const general = { ...classOf(enterprise, chance), computedOn, model: '通用', modelVersion: '示例-1' };
  const special = { ...classOf(enterprise, chance), computedOn, model: '专业', modelVersion: '示例-1' };
  return field === undefined ? [general] : [general, { ...special, field }];
};

function classOf(enterprise: SampleEnterprise, chance: Chance) {
  return { ...subjectColumns(enterprise), level: chance.pick(LEVELS[enterprise.standing]) };
}
