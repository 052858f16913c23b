import { todayInShanghai } from '../../../src/values/localDate.ts';
import type { AuthorisationResolvers } from '../__generated__/resolvers.ts';
import { authorisationStatus } from '../rules/authorisationStatus.ts';

/** An authorisation. */
export const Authorisation: AuthorisationResolvers = {
  number: ({ _id }) => _id,
  subject: ({ subject }) => ({ uscc: subject }),
  querier: ({ querier }) => ('organisation' in querier ? { uscc: querier.organisation } : null),
  querierDepartment: ({ querier }) => ('department' in querier ? querier.department : null),
  status: (authorisation, _args, { now }) => authorisationStatus(authorisation, todayInShanghai(now)),
};
