/** What a gateway oversees its callers by. */
export interface OversightStart {
  readonly overseen: readonly ('access' | 'cost' | 'audit')[];
}
