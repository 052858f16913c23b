import type { PricedField, PricedSelection } from './Price.ts';

/**
 * Makes a selection, and computes what it may cost once and for all where no variable has a say in it.
 *
 * @param alternatives - its fields, one list for each set of types that have the same
 */
export function foldCosts(alternatives: readonly (readonly PricedField[])[]): PricedSelection {
  let most = 0;
  for (const fields of alternatives) {
    const costs = fields.map(fixedCost);
    if (costs.includes(undefined)) return { alternatives, fixed: undefined };
    most = Math.max(
      most,
      costs.reduce<number>((sum, cost = 0) => sum + cost, 0),
    );
  }
  return { alternatives, fixed: most };
}

function fixedCost({ weight, once, size, selection }: PricedField): number | undefined {
  const inner = selection ? selection.fixed : 0;
  const rows = size ? size.fixed : 1;
  return inner === undefined || rows === undefined ? undefined : once + rows * (weight + inner);
}
