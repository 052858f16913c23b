/** What a gateway oversees its callers by. */
export interface OversightStart {
  readonly overseen: readonly ('access' | 'cost' | 'audit')[];
}

/** The organisation of the credit agency that asks. */
export const QUERIER = '91350100310686155Q';

/** What it asks for. */
export const PURPOSE = 'CREDIT_GRANTING';

/** The type of the facts that enterprises have authorised it to see. */
export const FACT_TYPE = 'Commitment';
