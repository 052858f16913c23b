import type { PricedField, PricedOperation, PricedSelection } from './Price.ts';

type Variables = Readonly<Record<string, unknown>>;

/**
 * What an operation may cost at most, before anything is asked: every list as long as it may be, every object of the dearest type.
 *
 * @param operation - priced
 * @param variables - coerced, with defaults
 * @returns a whole number, at most `Number.MAX_SAFE_INTEGER`
 */
export function estimateCost({ base, selection }: PricedOperation, variables: Variables): number {
  const estimate = new Estimate(variables);
  return Math.min(base + estimate.of(selection), Number.MAX_SAFE_INTEGER);
}

class Estimate {
  readonly #variables: Variables;
  /** Selections that several types share would otherwise be followed from each. */
  readonly #known = new Map<PricedSelection, number>();

  constructor(variables: Variables) {
    this.#variables = variables;
  }

  of(selection: PricedSelection): number {
    const known = selection.fixed ?? this.#known.get(selection);
    if (known !== undefined) return known;
    let most = 0;
    for (const fields of selection.alternatives) most = Math.max(most, this.#sum(fields));
    this.#known.set(selection, most);
    return most;
  }

  #sum(fields: readonly PricedField[]): number {
    let sum = 0;
    for (const { weight, once, size, selection } of fields) {
      const each = weight + (selection ? this.of(selection) : 0);
      sum += once + each * (size?.of(this.#variables) ?? 1);
    }
    return sum;
  }
}
