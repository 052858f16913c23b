import type { SearchBasis } from '../__generated__/resolvers.ts';

/** Characters of a text by code point: the first one, and the one behind the last. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** An enterprise that fits what was typed. */
export interface EnterpriseHit {
  readonly enterprise: { readonly uscc: string };
  /** 0 to 1. */
  readonly score: number;
  readonly matchedBy: SearchBasis;
  /** The name that fits, as registered. */
  readonly name: string;
  readonly highlights: readonly TextSpan[];
}
