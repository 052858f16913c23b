import type { Logger } from 'pino';
import type { ConnectedSubgraph } from '../../src/subgraph/Subgraph.ts';
import { databaseAnswers } from '../databaseReadiness.ts';
import { compileDocument } from './compileDocument.ts';
import { InProcessTransport } from './InProcessTransport.ts';
import type { Transport } from './Transport.ts';

/** How departments in this process are asked. */
export interface InProcessDepartments {
  readonly logger: Logger;
  /** How long a department may take for one fetch, in milliseconds. */
  readonly deadlineMs: number;
  /** Departments whose documents are compiled by graphql-jit; `all` stands for every one, none unless given. */
  readonly jit?: readonly string[] | undefined;
}

/**
 * Gives the way to each department of this process.
 *
 * @param subgraphs - all departments, connected
 * @param options - how they are asked
 * @returns the way to a department by its name, which throws an Error when no such department is connected
 */
export function inProcessTransports(
  subgraphs: readonly ConnectedSubgraph[],
  { logger, deadlineMs, jit = [] }: InProcessDepartments,
): (name: string) => Transport {
  const departments = new Map(subgraphs.map((subgraph) => [subgraph.name, subgraph]));
  return (name) => {
    const subgraph = departments.get(name);
    if (!subgraph) throw new Error(`The supergraph names ${name}, which is not connected`);
    const isCompiled = jit.includes('all') || jit.includes(name);
    const run = isCompiled ? { run: compileDocument(subgraph.schema) } : {};
    const answers = async (): Promise<boolean> => databaseAnswers(subgraph);
    return new InProcessTransport(subgraph, { logger, deadlineMs, answers, ...run });
  };
}
