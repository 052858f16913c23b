import type { WorkContext } from '../../../src/ledger/Follower.ts';

/** What the index is made and kept in step with. */
export type FollowContext = Pick<WorkContext, 'database' | 'ledger' | 'departments' | 'mayGoOn'>;
