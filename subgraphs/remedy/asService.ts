import { LoaderCache } from '../../src/data/LoaderCache.ts';
import { serviceCaller } from '../../src/identity/serviceCaller.ts';
import type { WorkContext } from '../../src/ledger/Follower.ts';
import type { SubgraphContext } from '../../src/subgraph/context.ts';
import { ALONE } from '../../src/subgraph/Services.ts';

const NAME = 'remedy';

/**
 * Gives the context in which the department's own software goes on with what people decided.
 *
 * @param work - of a request or of a duty
 */
export function asService({ database, ledger, graph, departments, now }: WorkContext): SubgraphContext {
  return {
    ...ALONE,
    ...{ database, ledger, graph, departments, now },
    caller: serviceCaller(NAME),
    requestId: `service:${NAME}`,
    locale: 'zh',
    department: NAME,
    title: '信用办（信用修复）',
    loaders: new LoaderCache(),
  };
}
