/** What the product signs; each purpose has a key of its own. */
export const KEY_PURPOSES = ['tokens', 'inner', 'reports', 'checkpoints'] as const;

/** A purpose: access tokens, the header that tells departments who is calling, reports, checkpoints of the ledger. */
export type KeyPurpose = (typeof KEY_PURPOSES)[number];
