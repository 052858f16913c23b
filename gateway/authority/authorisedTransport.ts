import { types } from 'node:util';
import type { DepartmentAnswer, DepartmentFetch, Transport } from '../transport/Transport.ts';
import type { SpendAuthorisation } from './SpendAuthorisation.ts';

/**
 * Has the authorisation that an operation names spent before the operation's first fetch is sent, and sends none where it can not be spent.
 * It stands before every way to a department, so that what is refused earlier, by whomever, spends nothing. An operation without an
 * authorisation costs one look.
 *
 * @param transport - reaches the department
 * @param spend - spends an authorisation
 */
export function authorisedTransport(transport: Transport, spend: SpendAuthorisation): Transport {
  const proceed = (isOpen: boolean, fetch: DepartmentFetch): DepartmentAnswer | Promise<DepartmentAnswer> =>
    isOpen ? transport.fetch(fetch) : refused(fetch);
  return {
    fetch(fetch: DepartmentFetch) {
      const { authorisation, request } = fetch.context;
      if (authorisation === undefined) return transport.fetch(fetch);
      const isOpen = authorisation.open(request, spend);
      return types.isPromise(isOpen) ? isOpen.then((open) => proceed(open, fetch)) : proceed(isOpen, fetch);
    },
    close: async () => transport.close?.(),
  };
}

/** The whole reply will be replaced by the refusal. */
function refused({ context }: DepartmentFetch): DepartmentAnswer {
  const { refusal } = context.authorisation ?? {};
  return { data: null, errors: refusal ? [refusal] : [] };
}
