import { LoaderCache } from '../../../src/data/LoaderCache.ts';
import { AppError } from '../../../src/errors/AppError.ts';
import { serviceCaller } from '../../../src/identity/serviceCaller.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { ALONE } from '../../../src/subgraph/Services.ts';
import { NOW } from '../../kit/department.ts';
import { writeFacts } from '../../../src/data/writeFacts.ts';
import { draftOf, toyFacts, type ToyDatabase } from './toyFacts.ts';

/** A request of credit repair to the toy department. */
export function asRemedy({ database }: ToyDatabase, now = NOW): SubgraphContext {
  const request = { caller: serviceCaller('remedy'), requestId: 'test', now, locale: 'en' } as const;
  return { ...request, department: 'toy', title: '某局', database, loaders: new LoaderCache(), ...ALONE };
}

/** A window that a rule would have given. */
export const WINDOW = { from: '2026-01-01', minimumUntil: '2026-04-01', until: '2027-01-01', rule: '某办法' };

/**
 * Reads a notice in as a file brings it.
 *
 * @param toy - the database
 * @param content - what it says
 * @param batch - the file
 * @param disputed - what the source says of objections
 * @returns its id
 */
export async function noticeFromFile(
  { database }: ToyDatabase,
  content = '原文',
  batch = 'a',
  disputed?: boolean,
): Promise<string> {
  const origin = { source: `${batch}.csv`, operator: 'li@toy', receivedAt: NOW, batch };
  const draft = { ...draftOf({ number: '1', content }, 1), publicity: WINDOW };
  const drafts = [disputed === undefined ? draft : { ...draft, disputed }];
  const [written] = await writeFacts(database, toyFacts, drafts, { origin, reason: 'CORRECTED', neverHas: new Set() });
  return written?.document._id ?? '';
}

/** The error's code of a refused change; undefined for one that was taken. */
export async function codeOf(change: Promise<unknown>): Promise<unknown> {
  try {
    await change;
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.extensions['code'];
  }
}
