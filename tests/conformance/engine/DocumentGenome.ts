import fc from 'fast-check';

/** From which one selection is made, read against whatever type it comes to stand on. */
export interface SelectionGenome {
  /** Which field, type condition or fragment, modulo what there is. */
  readonly pick: number;
  /** Field, inline or named fragment, `__typename`. */
  readonly style: number;
  /** Alias, arguments and conditions follow from it. */
  readonly detail: number;
  readonly nested: readonly SelectionGenome[];
}

/** From which a failure is made, read against the fields that a document asks for. */
export interface FailureGenome {
  readonly kind: number;
  readonly at: number;
  readonly half: boolean;
}

/** From which one operation, its variables and what fails meanwhile are made. */
export interface CaseGenome {
  readonly isMutation: boolean;
  readonly selections: readonly SelectionGenome[];
  /** Another operation stands in the document, before or after; 0 for none. */
  readonly others: number;
  readonly failures: readonly FailureGenome[];
}

const DEPTH = 5;
/** By kind, in the order of `FAILURES`: what needs an entity that is asked for by its key makes a difference less often. */
const FAILURE_WEIGHTS = [2, 2, 5, 8, 9, 2, 1];

/** Random selections; the deeper, the fewer. */
const { selection } = fc.letrec<{ selection: SelectionGenome; leaf: SelectionGenome }>((tie) => ({
  leaf: fc.record({ pick: fc.nat(1023), style: fc.nat(15), detail: fc.nat(65_535), nested: fc.constant([]) }),
  selection: fc.oneof(
    { maxDepth: DEPTH, depthIdentifier: 'selections' },
    tie('leaf'),
    fc.record({
      pick: fc.nat(1023),
      style: fc.nat(15),
      detail: fc.nat(65_535),
      nested: fc.array(tie('selection'), { minLength: 1, maxLength: 4, depthIdentifier: 'selections', size: 'max' }),
    }),
    fc.record({
      pick: fc.nat(1023),
      style: fc.nat(15),
      detail: fc.nat(65_535),
      nested: fc.array(tie('selection'), { minLength: 2, maxLength: 4, depthIdentifier: 'selections', size: 'max' }),
    }),
  ),
}));

/** Random operations; a third of them while nothing fails. */
export const caseGenome: fc.Arbitrary<CaseGenome> = fc.record({
  isMutation: fc.integer({ min: 0, max: 7 }).map((one) => one === 7),
  selections: fc.array(selection, { minLength: 1, maxLength: 4, size: 'max' }),
  others: fc.integer({ min: 0, max: 9 }),
  failures: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    {
      weight: 6,
      arbitrary: fc.array(
        fc.record({
          kind: fc.oneof(...FAILURE_WEIGHTS.map((weight, kind) => ({ weight, arbitrary: fc.constant(kind) }))),
          at: fc.nat(1023),
          half: fc.boolean(),
        }),
        {
          minLength: 1,
          maxLength: 2,
          size: 'max',
        },
      ),
    },
  ),
});
