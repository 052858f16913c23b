import type { FactCollection } from '../data/FactCollection.ts';

/** What only the software of credit repair may call: no token holds this scope (`serviceCaller`). */
const ACCESS = '@access(audience: INTERNAL, scope: "service:remedy:effect")';

const FACT = `"GraphQL type of the fact (记录类型)."
    factType: String!
    "Id of the fact (记录编号)."
    fact: ID!`;
const DECISION = `"Id of the decision; the same one twice changes nothing (决定编号)."
    decision: ID!`;

/**
 * Writes what every department that owns facts offers for credit repair and objections, which are decided elsewhere: how one of its
 * facts is read by type and id, how publicity is ended and restored, and how a fact is marked as disputed. Derived, so that no department can
 * forget it.
 *
 * @param department - name of the department, which the fields begin with
 * @param collections - what it owns; registrations of enterprises are no facts whose publicity could end
 * @returns SDL; empty for a department without facts
 */
export function effectSdl(department: string, collections: readonly FactCollection[]): string {
  if (collections.every(({ kind }) => kind !== 'FACT')) return '';
  return `
extend type Query {
  "One fact of this department by type and id (按类型和编号查询记录); null where it is unknown or not visible."
  ${department}Fact(
    "GraphQL type of the fact (记录类型)."
    factType: String!
    "Id of the fact (记录编号)."
    id: ID!
  ): CreditFact @access(audience: OPEN)
}

extend type Mutation {
  "Ends the publicity of a fact by a decision of credit repair or on an objection: no door shows it from then on (终止公示)."
  ${department}EndPublicity(
    ${FACT}
    "Why it ends (终止原因)."
    reason: PublicityEndReason!
    ${DECISION}
  ): EffectAcknowledgement ${ACCESS}

  "Undoes a decision that ended publicity: the fact is public again to the last day of its window (恢复公示)."
  ${department}RestorePublicity(
    ${FACT}
    ${DECISION}
  ): EffectAcknowledgement ${ACCESS}

  "Marks a fact as disputed, or takes the mark of one objection off (异议标注)."
  ${department}MarkDispute(
    ${FACT}
    "Whether the objection is pending (是否处理中)."
    disputed: Boolean!
    "Id of the objection; the same one twice changes nothing (异议编号)."
    case: ID!
  ): EffectAcknowledgement ${ACCESS}
}
`;
}
