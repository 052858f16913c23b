import type { Caller } from '../identity/Caller.ts';

/** The whole graph, as a department asks it for what other departments know or do. */
export interface GraphClient {
  /**
   * Runs one operation.
   *
   * @param query - a document with one operation
   * @param variables - its variables
   * @param caller - in whose name; the department's own service identity unless given
   * @returns data and errors as a client gets them; errors that the gateway can not give for a client are thrown
   */
  ask<T extends object>(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    caller?: Caller,
  ): Promise<GraphAnswer<T>>;
}

/** What the graph answers. */
export interface GraphAnswer<T extends object> {
  readonly data: Partial<{ readonly [Name in keyof T]: T[Name] | null }> | null;
  readonly errors: readonly {
    readonly message: string;
    readonly code: string;
    readonly path: readonly (string | number)[];
  }[];
}
