import type { GraphClient } from '../../src/subgraph/GraphClient.ts';

/** What the owner of a fact is asked to do, by the department's own service identity. */
export type OwnerEffect = 'END_PUBLICITY' | 'RESTORE_PUBLICITY' | 'MARK' | 'UNMARK';

/** The fact that is meant, and the decision or objection behind the question. */
export interface EffectRequest {
  readonly department: string;
  readonly factType: string;
  readonly fact: string;
  /** Id of the decision or objection: the owner does the same one once. */
  readonly decision: string;
  /** `enum PublicityEndReason`. */
  readonly reason?: 'REPAIRED' | 'OBJECTION_UPHELD';
}

/** DONE: acknowledged. GONE: there is no such fact any more. OPEN: no answer; to be asked again. */
export type OwnerAnswer = 'DONE' | 'GONE' | 'OPEN';

const GONE = ['FACT_UNKNOWN', 'FACT_ANNULLED', 'DECISION_UNDONE'];
const FACT = '$type: String!, $fact: ID!, $decision: ID!';
const GIVEN = 'factType: $type, fact: $fact';

const QUESTIONS: Readonly<Record<OwnerEffect, (department: string) => string>> = {
  END_PUBLICITY: (department) =>
    `mutation (${FACT}, $reason: PublicityEndReason!) {
      effect: ${department}EndPublicity(${GIVEN}, reason: $reason, decision: $decision) { revision }
    }`,
  RESTORE_PUBLICITY: (department) =>
    `mutation (${FACT}) { effect: ${department}RestorePublicity(${GIVEN}, decision: $decision) { revision } }`,
  MARK: (department) =>
    `mutation (${FACT}) { effect: ${department}MarkDispute(${GIVEN}, disputed: true, case: $decision) { revision } }`,
  UNMARK: (department) =>
    `mutation (${FACT}) { effect: ${department}MarkDispute(${GIVEN}, disputed: false, case: $decision) { revision } }`,
};

/**
 * Asks the owner of a fact to do what was decided about it.
 *
 * @param graph - the graph in the name of this department
 * @param effect - what is to be done
 * @param request - which fact, and by which decision
 */
export async function askOwner(graph: GraphClient, effect: OwnerEffect, request: EffectRequest): Promise<OwnerAnswer> {
  const { department, factType, fact, decision, reason } = request;
  const variables = { type: factType, fact, decision, ...(effect === 'END_PUBLICITY' ? { reason } : {}) };
  const question = QUESTIONS[effect](department);
  // Whatever keeps the graph from answering, the question stays open: it is asked again until the owner acknowledges.
  const answer = await graph.ask<{ effect: { revision: number } }>(question, variables).catch(() => undefined);
  if (answer?.data?.effect) return 'DONE';
  return answer?.errors.some(({ code }) => GONE.includes(code)) ? 'GONE' : 'OPEN';
}
