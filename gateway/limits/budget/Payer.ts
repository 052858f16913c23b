import { hash } from 'node:crypto';
import type { BudgetName } from '../../../src/config/budgets.ts';
import type { Caller } from '../../../src/identity/Caller.ts';

/** Whose budget pays for an operation. */
export interface Payer {
  /** Decides how much there is to spend. */
  readonly budget: BudgetName;
  /** Names the bucket; the same for the same caller at every gateway. Who it is can not be read from it. */
  readonly key: string;
}

const DIGITS = 22;

/**
 * Tells whose budget pays: the registered client's, the enterprise's, the person's or system's of a department; of callers without
 * credentials, the network's that they call from.
 *
 * @param caller - who is calling
 * @param address - where from, by {@link clientAddress}
 */
export function payerOf(caller: Caller, address: string): Payer {
  const { audience, client } = caller;
  const budget = audience === 'OPEN' && client !== undefined ? 'KEY' : audience;
  const digest = hash('sha256', nameOf(caller, address), 'base64url').slice(0, DIGITS);
  return { budget, key: `${budget}:${digest}` };
}

function nameOf({ client, subject, department, operator }: Caller, address: string): string {
  if (client !== undefined) return `client ${client}`;
  if (subject !== undefined) return `subject ${subject}`;
  if (department !== undefined) return `department ${department} ${operator ?? ''}`;
  return operator === undefined ? `address ${address}` : `operator ${operator}`;
}
