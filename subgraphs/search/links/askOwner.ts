import { GraphQLError } from 'graphql';
import { MAX_PAGE } from '../../../src/data/connection.ts';
import { AppError } from '../../../src/errors/AppError.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';

/** A field of the department that owns facts, behind its name in the graph. */
export interface OwnerQuestion {
  /** The department; the caller's own unless given. */
  readonly department: string | null | undefined;
  readonly operation: 'query' | 'mutation';
  /** Declares the variables, such as `$id: ID!`. */
  readonly variables: Readonly<Record<string, string>>;
  /** Name of the field behind the department's. */
  readonly field: 'LinkCandidates' | 'ConfirmLink' | 'RejectLink';
  readonly selection: string;
}

/** What the words of an error may name; what exactly stood there is not passed on between departments. */
const DETAILS = { type: 'CreditFact', limit: MAX_PAGE };

/**
 * Asks the department that owns facts in the caller's name: whether the caller may do that is decided there.
 *
 * @param question - which department, and what
 * @param values - of the variables
 * @param context - the request
 * @returns null where there is no such department, or it owns no facts
 * @throws AppError, or the error of the department as it gave it
 */
export async function askOwner<Answer extends object>(
  question: OwnerQuestion,
  values: Readonly<Record<string, unknown>>,
  { caller, departments, graph }: SubgraphContext,
): Promise<Answer | null> {
  const { department, operation, variables, field, selection } = question;
  const owner = departments.find(({ name }) => name === (department ?? caller.department));
  if (owner === undefined || owner.factTypes.every(({ type }) => type === 'Enterprise')) return null;
  const declared = Object.entries(variables).map(([name, type]) => `$${name}: ${type}`);
  const given = Object.keys(variables).map((name) => `${name}: $${name}`);
  const document = `${operation} Links(${declared.join(', ')}) { answer: ${owner.name}${field}(${given.join(', ')}) ${selection} }`;
  const { data, errors } = await graph.ask<{ answer: Answer }>(document, values, caller);
  const [error] = errors;
  if (error !== undefined) {
    if (error.code === 'FORBIDDEN') throw new AppError('FORBIDDEN', { coordinate: `${owner.name}${field}` });
    throw new GraphQLError(error.message, { extensions: { code: error.code, details: DETAILS } });
  }
  return data?.answer ?? null;
}
