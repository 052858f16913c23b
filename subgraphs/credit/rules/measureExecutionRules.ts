import type { RuleSetting, RuleVerdict } from '../../../src/data/FactCollection.ts';
import type { FieldFault } from '../../../src/data/judgeFact.ts';
import { daysAhead } from '../../../src/policy/dateOrder.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import { linkOf, measureById } from '../measures/measureDefinitions.ts';

/** The values of a report that its rules look at. */
export interface MeasureExecutionValues {
  readonly measureId?: string | undefined;
  readonly listId?: string | undefined;
  readonly scene?: string | undefined;
  readonly executingDepartment?: string | undefined;
  readonly executedOn?: LocalDate | undefined;
}

/**
 * A report of an executed measure. A department reports what the law gives it to do: a measure that the list leads to, that names the
 * department as who applies it, and in a scene of that measure (the fixed triple of object, measure and implementer, domain section 10.6).
 */
export function measureExecutionRules(
  values: MeasureExecutionValues,
  { publishedOn, today }: RuleSetting,
): RuleVerdict {
  const { executedOn } = values;
  const faults = [...daysAhead({ executedOn, publishedOn }, today), ...tripleFaults(values)];
  return faults.length > 0 ? { faults } : { decidedOn: executedOn, publishedOn };
}

function tripleFaults({
  measureId,
  listId,
  scene,
  executingDepartment,
}: MeasureExecutionValues): readonly FieldFault[] {
  const measure = measureById(measureId ?? '');
  if (measure === undefined || linkOf(measure, listId ?? '') === undefined)
    return [unfit('measureId', '该名单所适用的措施 / a measure that the list leads to')];
  if (!measure.implementers.some(({ department }) => department === executingDepartment))
    return [unfit('measureId', '由本部门实施的措施 / a measure that this department applies')];
  return measure.scenes.some((known) => known === scene)
    ? []
    : [unfit('scene', `${measure.scenes.join('、')} / one of ${measure.scenes.join(', ')}`)];
}

function unfit(field: string, expected: string): FieldFault {
  return { field, fault: { code: 'CODE_UNKNOWN', expected } };
}
