import type { PublicKey } from '../../identity/publicKeys.ts';
import type { LedgerBody } from '../LedgerBody.ts';

/** An entry with what is known of its body, in the database as in an exported file. */
export interface ExportedEntry {
  readonly seq: number;
  readonly prevHash: string;
  /** ISO 8601, with milliseconds. */
  readonly time: string;
  readonly bodyDigest: string;
  readonly hash: string;
  readonly event?: string;
  readonly salt?: string;
  readonly body?: LedgerBody;
  /** Why there is no body any more. */
  readonly withheld?: string;
}

/** A signed statement about an entry. */
export interface ExportedCheckpoint {
  readonly seq: number;
  readonly jws: string;
}

/** A line of an exported ledger: the keys first, then entries in order, each with its checkpoint behind it where it has one. */
export type ExportRecord =
  | { readonly keys: readonly PublicKey[]; readonly exportedAt: string }
  | { readonly entry: ExportedEntry }
  | { readonly checkpoint: ExportedCheckpoint };
