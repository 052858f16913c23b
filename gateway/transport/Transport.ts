import type { DocumentNode, GraphQLError, GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from '../GatewayContext.ts';

/** One fetch of a plan, as a department is asked. */
export interface DepartmentFetch {
  /** The document's text; the same string object for the same step of the same plan. */
  readonly query: string;
  /** The document, parsed once per plan: the same object for the same step of the same plan, without locations. */
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GatewayContext;
}

/** What a department answered, in the form of a GraphQL response. */
export interface DepartmentAnswer {
  /** Belongs to the executor from now on, which merges further answers into it in place. */
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly (GraphQLError | GraphQLFormattedError)[];
}

/** How one department is reached. */
export interface Transport {
  /**
   * Answers one fetch. It neither throws nor rejects: what fails is said in `errors`, with code, service, owner and,
   * for a department that does not answer, since when.
   *
   * @param fetch - what is asked
   * @returns the answer itself where it is there at once, which costs no turn of the event loop
   */
  fetch(fetch: DepartmentFetch): DepartmentAnswer | Promise<DepartmentAnswer>;
  /** Frees what the transport holds, after the last fetch. */
  close?(): Promise<void>;
}
