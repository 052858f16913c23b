import type { Caller } from '../../../src/identity/Caller.ts';
import type { JsonValue, LedgerBody } from '../../../src/ledger/LedgerBody.ts';
import { meetsAccess } from '../../../src/policy/meetsAccess.ts';
import type { FactTypeCard } from '../../../src/subgraph/DepartmentCard.ts';
import type { FieldChange } from './Change.ts';

/**
 * Lists the values that a change changed, of fields that the caller may use. Where the caller could not see the fact before, all of its
 * values are new.
 *
 * @param body - of the entry
 * @param card - of the fact's type
 * @param caller - who asks
 * @param sawBefore - whether the caller could see the fact before
 */
export function fieldChanges(
  { values, old }: LedgerBody,
  { fields }: FactTypeCard,
  caller: Caller,
  sawBefore: boolean,
): readonly FieldChange[] {
  const known = sawBefore ? (old ?? {}) : {};
  const changed = Object.keys(sawBefore ? known : values);
  return changed
    .filter((field) => mayUse(fields.get(field), caller))
    .map((field) => ({ field, old: printed(known[field]), new: printed(values[field]) }));
}

function mayUse(access: Parameters<typeof meetsAccess>[1] | undefined, caller: Caller): boolean {
  return access !== undefined && meetsAccess(caller, access);
}

function printed(value: JsonValue | undefined): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
