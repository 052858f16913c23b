import type { SampleRow } from './DepartmentSeed.ts';

/**
 * Leaves out the columns that have no value.
 *
 * @param columns - values by field name
 */
export function optionalColumns(columns: Readonly<Record<string, string | undefined>>): SampleRow {
  return Object.fromEntries(
    Object.entries(columns).filter((column): column is [string, string] => column[1] !== undefined),
  );
}
