import { fieldOf, type MergeField, type MergeShape } from './MergeShape.ts';
import type { Rename } from './Rewrite.ts';

/**
 * Adds to a shape the keys under which renamed fields stand in the caller's answer.
 *
 * @param shape - of a fetch as the department answers it; changed in place
 * @param renames - of the same fetch
 * @returns the same shape
 */
export function addRenamed(shape: MergeShape, renames: readonly Rename[]): MergeShape {
  for (const { path, to } of renames) {
    const holder = path.slice(0, -1).reduce<MergeShape | undefined>((at, key) => find(at, key)?.inner, shape);
    const field = find(holder, path.at(-1));
    if (!holder || !field) continue;
    addInner(fieldOf(holder, to, field.inner !== undefined), field);
  }
  return shape;
}

function addInner({ inner }: MergeField, field: MergeField): void {
  for (const added of field.inner?.fields ?? []) {
    if (inner) addInner(fieldOf(inner, added.key, added.inner !== undefined), added);
  }
}

function find(shape: MergeShape | undefined, key: string | undefined): MergeField | undefined {
  return shape?.fields.find((field) => field.key === key);
}
