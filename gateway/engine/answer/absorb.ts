import { isData, type Data } from './Data.ts';

/**
 * Takes all that was found out about an entity into the object that stands for it.
 *
 * @param target - changed in place
 * @param source - left as it is, and sharing nothing with the target that is changed later
 */
export function absorb(target: Data, source: Data): void {
  for (const [key, value] of Object.entries(source)) target[key] = absorbed(target[key], value);
}

function absorbed(present: unknown, value: unknown): unknown {
  if (value === null) return present ?? null;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = Array.isArray(present) && present.length === value.length ? present : [];
    return value.map((item, index) => absorbed(items[index], item));
  }
  if (!isData(value)) return value;
  const target = isData(present) ? present : {};
  absorb(target, value);
  return target;
}
