import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import type {
  LinkCandidateConnection,
  LinkDecision,
  MutationConfirmLinkArgs,
  QueryLinkCandidatesArgs,
} from '../__generated__/resolvers.ts';
import { askOwner } from './askOwner.ts';

const CANDIDATE = `{
  id factType fact subjectName rawCode uscc name score nameScore state proposedOn decidedBy decidedOn note
}`;
const PAGE = `{
  edges { cursor node ${CANDIDATE} } nodes ${CANDIDATE} totalCount
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
}`;

/**
 * The proposed links of a department, asked of it in the caller's name.
 *
 * @param asked - as clients give it
 * @param context - the request
 */
export function linkCandidates(
  { department, ...asked }: QueryLinkCandidatesArgs,
  context: SubgraphContext,
): Promise<LinkCandidateConnection | null> {
  const variables = { filter: 'LinkCandidateFilter', first: 'Int', after: 'String' };
  return askOwner(
    { department, operation: 'query', variables, field: 'LinkCandidates', selection: PAGE },
    asked,
    context,
  );
}

/**
 * Has the department that owns a fact decide on a proposed link, in the caller's name.
 *
 * @param field - what is decided
 * @param asked - as clients give it
 * @param context - the request
 */
export function decideLink(
  field: 'ConfirmLink' | 'RejectLink',
  { department, ...asked }: MutationConfirmLinkArgs,
  context: SubgraphContext,
): Promise<LinkDecision | null> {
  const variables = { id: 'ID!', note: 'String' };
  const selection = `{ candidate ${CANDIDATE} revision changed }`;
  return askOwner({ department, operation: 'mutation', variables, field, selection }, asked, context);
}
