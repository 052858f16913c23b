import type { FactCollection } from '../data/FactCollection.ts';

/**
 * Writes what every department that owns facts offers to its own staff for links that a person has to decide on: the list of proposals, and
 * how one is confirmed or rejected. It lies with the department because the fact does: who may see and write the fact decides, in the same
 * transaction, and no other department holds anything of it.
 *
 * @param department - name of the department, which the fields and their scopes begin with
 * @param collections - what it owns
 * @returns SDL; empty for a department without facts
 */
export function linkSdl(department: string, collections: readonly FactCollection[]): string {
  if (collections.every(({ kind }) => kind !== 'FACT')) return '';
  const write = `@access(audience: INTERNAL, scope: "${department}:link:write")`;
  const ruling = `"Id of the proposal (建议编号)."
    id: ID!
    "What is noted on the decision (处理说明)."
    note: String`;
  return `
extend type Query {
  "Enterprises that facts of this department may be about and a person has to decide on, best first (待确认关联)."
  ${department}LinkCandidates(
    "Narrows the list (筛选条件)."
    filter: LinkCandidateFilter
    "Rows of the page, 1 to 100 (每页条数)."
    first: Int = 20
    "Cursor of the row before the page (游标)."
    after: String
  ): LinkCandidateConnection
    @access(audience: INTERNAL, scope: "${department}:link:read")
    @listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)
}

extend type Mutation {
  "Links a fact to the enterprise that was proposed for it (确认关联); the same decision twice is one."
  ${department}ConfirmLink(
    ${ruling}
  ): LinkDecision ${write}

  "Rejects a proposed link: this enterprise is never proposed for the fact again (否决关联)."
  ${department}RejectLink(
    ${ruling}
  ): LinkDecision ${write}
}
`;
}
