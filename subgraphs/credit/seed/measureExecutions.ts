import { eventDays, subjectColumns } from '../../../src/sample/aboutEnterprise.ts';
import type { CollectionSeed } from '../../../src/sample/DepartmentSeed.ts';
import { textHash } from '../../../src/sample/textHash.ts';

const REPORTS = [
  { measureId: 'key-supervision', listId: 'wage-arrears', executingDepartment: 'labour', scene: 'INSPECTION' },
  { measureId: 'key-supervision', listId: 'work-safety', executingDepartment: 'safety', scene: 'INSPECTION' },
  { measureId: 'procurement-ban', listId: 'tax-violations', executingDepartment: 'finance', scene: 'PROCUREMENT' },
  { measureId: 'preference-limit', listId: 'wage-arrears', executingDepartment: 'tax', scene: 'TAX_BENEFITS' },
] as const;

/** Reports of the sample's departments. The facts that they name are not of the sample, so its overview shows all measures open. */
export const measureExecutions: CollectionSeed = (enterprise, chance, asOf) =>
  eventDays(enterprise, chance, { GOOD: 0, LAX: 0.01, TROUBLED: 0.1 }, { asOf, months: 24 }).map((executedOn, at) => ({
    ...subjectColumns(enterprise),
    ...chance.pick(REPORTS),
    factId: `sample-${textHash(`${enterprise.name} ${at}`).toString(36)}`,
    executedOn,
    outcome: chance.pick(['已执行', '已执行', '未执行']),
  }));
