import type { GraphClient } from '../src/subgraph/GraphClient.ts';
import { serviceCaller } from '../src/identity/serviceCaller.ts';
import type { AskGraph } from './askGraph.ts';

/** The graph for departments, which are connected before the graph that joins them is there. */
export interface DepartmentGraph {
  /** The graph in the name of a department. */
  clientOf(department: string): GraphClient;
  /** From now on questions are answered. */
  open(ask: AskGraph): void;
}

/** Makes the graph for departments; a question before it is open is refused. */
export function departmentGraph(): DepartmentGraph {
  let opened: AskGraph | undefined;
  return {
    clientOf: (department) => ({
      ask: async (query, variables = {}, caller = serviceCaller(department)) => {
        if (opened === undefined) throw new Error('The graph is not joined yet.');
        return opened(query, variables, caller);
      },
    }),
    open(ask) {
      opened = ask;
    },
  };
}
