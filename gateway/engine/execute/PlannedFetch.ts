import type { BatchFetchNode, FetchNode } from '@graphql-hive/router-query-planner';
import type { DocumentNode } from 'graphql';
import type { DepartmentAnswer, Transport } from '../../transport/Transport.ts';
import type { PlanTools } from './PlanTools.ts';
import { isPending } from './steps.ts';
import type { Run } from './Run.ts';
import type { Data } from '../answer/Data.ts';

/** One fetch of a plan as its department is asked, run after run. */
export class PlannedFetch {
  readonly document: DocumentNode;
  readonly #transport: Transport;
  readonly #service: string;
  readonly #query: string;
  readonly #operationName: string | undefined;
  readonly #label: string;
  readonly #variables: readonly { readonly name: string; readonly callerName: string }[];

  /**
   * @param node - as the planner says it
   * @param document - its operation, parsed
   * @param label - where its entities stand; empty for a root fetch
   * @param tools - what the steps of this plan share
   * @throws PlanError when there is no such department
   */
  constructor(node: FetchNode | BatchFetchNode, document: DocumentNode, label: string, tools: PlanTools) {
    this.document = document;
    this.#transport = tools.transportOf(node.serviceName);
    this.#service = node.serviceName;
    this.#query = node.operation;
    this.#operationName = node.operationName;
    this.#label = label;
    this.#variables = (node.variableUsages ?? []).map((name) => ({
      name,
      callerName: tools.callerNames.get(name) ?? name,
    }));
  }

  /**
   * The variables of the caller that this fetch uses; one that the caller did not send is left to its default.
   *
   * @param run - the caller's variables
   * @returns a fresh object, to which representations may be added
   */
  variables(run: Run): Data {
    const variables: Data = {};
    for (const { name, callerName } of this.#variables) {
      const value = Object.hasOwn(run.sent, callerName) ? run.sent[callerName] : undefined;
      if (value !== undefined) variables[name] = value;
    }
    return variables;
  }

  /**
   * Asks the department.
   *
   * @param run - whom the answer is for
   * @param variables - of this fetch
   * @param entities - how many are asked for
   */
  ask(run: Run, variables: Data, entities: number): DepartmentAnswer | Promise<DepartmentAnswer> {
    const fetch = {
      query: this.#query,
      document: this.document,
      operationName: this.#operationName,
      variables,
      context: run.context,
    };
    if (!run.onFetch) return this.#transport.fetch(fetch);
    const startedAt = performance.now();
    const report = (answer: DepartmentAnswer): DepartmentAnswer => {
      run.onFetch?.({
        service: this.#service,
        query: this.#query,
        path: this.#label,
        entities,
        startedAt,
        duration: performance.now() - startedAt,
        errors: answer.errors?.length ?? 0,
      });
      return answer;
    };
    const answer = this.#transport.fetch(fetch);
    return isPending(answer) ? answer.then(report) : report(answer);
  }
}
