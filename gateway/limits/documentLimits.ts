/** What a document may have at most, so that answering it stays within reason. */
export interface DocumentLimits {
  /** Levels of selection sets below the operation; a field of the operation itself stands on level 1. */
  readonly depth: number;
  /** Fields with an alias, fragments written out. */
  readonly aliases: number;
  /** Directives such as `@include`, fragments written out. */
  readonly directives: number;
  /** Fields, fragments written out. */
  readonly fields: number;
}

/**
 * The limits of the product. The longest example has 6 levels and some 100 fields, and the introspection query of explorers has
 * 15 levels; a page over all departments with 50 enterprises by alias stays below them too.
 */
export const DOCUMENT_LIMITS: DocumentLimits = { depth: 16, aliases: 100, directives: 100, fields: 5_000 };
