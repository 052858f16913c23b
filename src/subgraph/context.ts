import type { Caller } from '../identity/Caller.ts';
import type { Locale } from '../errors/AppError.ts';
import type { Signer } from '../identity/Signer.ts';
import type { DepartmentDatabase } from '../data/DepartmentDatabase.ts';
import type { LoaderCache } from '../data/LoaderCache.ts';
import type { LedgerReader } from '../ledger/LedgerReader.ts';
import type { DepartmentCard } from './DepartmentCard.ts';
import type { Losses } from './Losses.ts';
import type { GraphClient } from './GraphClient.ts';

/** What is known of a request before any department is asked; made once by the gateway. */
export interface RequestContext {
  readonly caller: Caller;
  readonly requestId: string;
  /** The instant that deadlines and windows are judged at; injected, so tests choose it. */
  readonly now: Date;
  readonly locale: Locale;
  /** Takes the codes of the enterprises that the answer tells about, for the audit log; absent where nobody has to know. */
  readonly subjects?: Set<string> | undefined;
}

/** What a department's resolvers see. Nothing is added to it elsewhere. */
export interface SubgraphContext extends RequestContext {
  readonly department: string;
  /** Chinese name of the department, the provider of what its staff enter. */
  readonly title: string;
  readonly database: DepartmentDatabase;
  /** What happened to the facts of all departments, in order. */
  readonly ledger: LedgerReader;
  /** The whole graph, for what other departments know or do. */
  readonly graph: GraphClient;
  /** Signs what the department issues. */
  readonly signer: Signer;
  /** All departments that there are, this one included; empty for a department by itself. */
  readonly departments: readonly DepartmentCard[];
  /** Batching loaders, living as long as the request. */
  readonly loaders: LoaderCache;
  /** What the answer lacks since another department could not be asked; nobody is told unless given. */
  readonly losses?: Losses;
}
