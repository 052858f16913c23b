import type { PricedField, PricedOperation, PricedSelection } from './Price.ts';

/**
 * What an operation cost, counted from its answer: every list as long as it is. What was asked for and is missing counts as one
 * without anything in it, since its department was asked all the same.
 *
 * @param operation - priced
 * @param data - of the answer; null where nothing could be answered
 */
export function actualCost({ base, selection }: PricedOperation, data: unknown): number {
  return base + ofObject(selection, isObject(data) ? data : {});
}

function ofObject(selection: PricedSelection, object: Readonly<Record<string, unknown>>): number {
  const { alternatives } = selection;
  const [only] = alternatives;
  if (alternatives.length === 1 && only) {
    let sum = 0;
    for (const field of only) sum += ofField(field, object[field.key]);
    return sum;
  }
  return ofSome(alternatives, object);
}

/** An answer need not say its type: of the fields that may stand under a key, the dearest counts. */
function ofSome(alternatives: readonly (readonly PricedField[])[], object: Readonly<Record<string, unknown>>): number {
  const dearest = new Map<string, number>();
  for (const field of alternatives.flat()) {
    if (!Object.hasOwn(object, field.key)) continue;
    const cost = ofField(field, object[field.key]);
    dearest.set(field.key, Math.max(cost, dearest.get(field.key) ?? 0));
  }
  return [...dearest.values()].reduce((sum, cost) => sum + cost, 0);
}

function ofField(field: PricedField, value: unknown): number {
  return field.once + ofValue(field, value);
}

function ofValue(field: PricedField, value: unknown): number {
  if (Array.isArray(value)) {
    let sum = 0;
    for (const item of value) sum += ofValue(field, item);
    return sum;
  }
  const { weight, selection } = field;
  return selection && isObject(value) ? weight + ofObject(selection, value) : weight;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
