import type { MergeField, MergeShape } from './MergeShape.ts';
import { isData, type Data } from './Data.ts';

/** How an object is merged into another. */
export interface MergeRules {
  /** Names of interfaces, which are no type of an object where a better one is known. */
  readonly interfaces: ReadonlySet<string>;
  /** Whether the source is merged into other objects as well, so that its inner objects must be copied. */
  readonly isShared: boolean;
}

/**
 * Merges what a department answered into an object that others have answered a part of.
 *
 * A null takes the place of nothing only: a department that failed costs no other department's data.
 *
 * @param target - changed in place
 * @param source - its inner objects become part of the target
 * @param shape - what the source can hold; anything beside that is ignored
 * @param rules - how
 */
export function mergeObject(target: Data, source: Data, shape: MergeShape, rules: MergeRules): void {
  for (const field of shape.fields) {
    const { key } = field;
    const value = field.isInherited && !Object.hasOwn(source, key) ? undefined : source[key];
    if (value === undefined) continue;
    const present = field.isInherited && !Object.hasOwn(target, key) ? undefined : target[key];
    if (present === undefined && !rules.isShared) target[key] = value;
    else target[key] = merged(present, value, field, rules);
  }
}

function merged(present: unknown, value: unknown, field: MergeField, rules: MergeRules): unknown {
  if (value === null) return present ?? null;
  if (field.inner) return mergeValue(present, value, field.inner, rules);
  const isVaguer = field.isTypeName && typeof present === 'string' && rules.interfaces.has(value as string);
  return isVaguer ? present : value;
}

function mergeValue(present: unknown, value: unknown, shape: MergeShape, rules: MergeRules): unknown {
  if (Array.isArray(value)) return mergeList(present, value, shape, rules);
  if (!isData(value)) return value;
  if (!isData(present)) return rules.isShared ? copyValue(value, shape) : value;
  mergeObject(present, value, shape, rules);
  return present;
}

/** Lists of different lengths can not be the same list: the later one is taken whole. */
function mergeList(present: unknown, value: readonly unknown[], shape: MergeShape, rules: MergeRules): unknown {
  if (!Array.isArray(present) || present.length !== value.length)
    return rules.isShared ? copyValue(value, shape) : value;
  const items: unknown[] = present;
  for (const [index, item] of value.entries()) {
    if (item !== null) items[index] = mergeValue(items[index], item, shape, rules);
  }
  return items;
}

function copyValue(value: unknown, shape: MergeShape): unknown {
  if (Array.isArray(value)) return value.map((item) => copyValue(item, shape));
  if (!isData(value)) return value;
  const copy: Data = {};
  for (const { key, inner } of shape.fields) {
    if (!Object.hasOwn(value, key)) continue;
    copy[key] = inner ? copyValue(value[key], inner) : value[key];
  }
  return copy;
}
