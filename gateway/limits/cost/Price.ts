/** How many rows a list may have. */
export interface ListSize {
  /** Where the document alone decides it. */
  readonly fixed: number | undefined;
  /**
   * As the values of an operation's variables decide it.
   *
   * @param variables - coerced, with defaults
   */
  readonly of: (variables: Readonly<Record<string, unknown>>) => number;
}

/** A field of an operation with what it costs; fields that cost nothing are left out. */
export interface PricedField {
  /** Under which the answer holds it. */
  readonly key: string;
  /** Cost of each object or leaf that the field may return. */
  readonly weight: number;
  /** Cost of the arguments that are given, once however many rows there are. */
  readonly once: number;
  /** How many there may be; `undefined` for a field that returns no list. */
  readonly size: ListSize | undefined;
  /** What is selected of each; `undefined` for leaves. */
  readonly selection: PricedSelection | undefined;
}

/** What is selected of an object. Several places of an operation may share one. */
export interface PricedSelection {
  /** The fields, one list for each set of concrete types that have the same; a single one where the type decides nothing. */
  readonly alternatives: readonly (readonly PricedField[])[];
  /** What it may cost at most, where the document alone decides it. */
  readonly fixed: number | undefined;
}

/** One operation with what it costs, all that its document decides read already. */
export interface PricedOperation {
  /** Cost of the operation itself, whatever it selects. */
  readonly base: number;
  readonly selection: PricedSelection;
}
