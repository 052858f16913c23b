/** What stands at one place of the caller's answer: a leaf, a list or an object. */
export type ValueShape = LeafShape | ListShape | ObjectShape;

/** A scalar or an enum value. */
export interface LeafShape {
  readonly kind: 'leaf';
  readonly isNonNull: boolean;
  /** Tells whether a value that is there is one of the type; `undefined` where anything is. */
  readonly isValid: ((value: unknown) => boolean) | undefined;
}

/** A list; the items of a list of lists are lists. */
export interface ListShape {
  readonly kind: 'list';
  readonly isNonNull: boolean;
  readonly item: ValueShape;
}

/** An object of one type or of several. */
export interface ObjectShape {
  readonly kind: 'object';
  readonly isNonNull: boolean;
  /** The fields where all objects have the same ones, in the caller's order; `undefined` where the type decides. */
  readonly fields: readonly FieldShape[] | undefined;
  /** The fields by the type that an object says it has; `undefined` for a type that callers must not see. */
  readonly fieldsOf: (typeName: unknown) => readonly FieldShape[] | undefined;
}

/** One field of an object. */
export interface FieldShape {
  /** As the caller names it. */
  readonly key: string;
  /** As departments answer it. */
  readonly from: string;
  /** Whether every object has an inherited property of that name. */
  readonly isInherited: boolean;
  readonly source: FieldSource;
  readonly value: ValueShape;
  /**
   * For a leaf that departments answer under a name that nothing inherits: tells whether a value can be taken as it
   * is. Most fields of most answers need no more than that.
   */
  readonly isPlainLeaf: ((value: unknown) => boolean) | undefined;
}

/** Where a field's value comes from. */
export type FieldSource =
  /** From the departments, or from what callers may know of the schema. */
  | { readonly kind: 'answer' | 'schema' }
  /** From the type of the object; without a name, the object itself says it under the field's key. */
  | { readonly kind: 'typeName'; readonly typeName: string | undefined };
