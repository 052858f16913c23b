import { GraphQLError } from 'graphql';
import type { Document, Filter } from 'mongodb';
import { isConnectionFault } from '../data/connectionFault.ts';
import type { DepartmentDatabase } from '../data/DepartmentDatabase.ts';
import type { OutboxEvent } from '../data/outbox.ts';

/** An outbox that holds what is not in the ledger yet. */
export interface WatchedOutbox extends Pick<DepartmentDatabase, 'department' | 'outbox'> {
  /** Chinese name of the office that owns it; the name of the department unless given. */
  readonly title?: string;
}

/** A department whose outbox can not be read, so that nobody knows which of its facts are changing. */
export interface Silence {
  readonly department: string;
  readonly title: string;
  readonly since: Date;
}

/** Somebody waits for the answer. */
const TIMEOUT_MS = 1_500;
/** A department that was silent is taken for silent as long as this without being asked. */
const SILENT_MS = 1_000;

/** Reads the outboxes of departments, without waiting again and again for one whose database is away. */
export class OutboxWatch {
  readonly #silences = new Map<string, { readonly since: Date; readonly askedAt: number }>();

  /**
   * Reads which facts lie in an outbox.
   *
   * @param watched - the outbox
   * @param filter - over its events
   * @param limit - how many at most; 0 for all
   * @returns ids of facts, or the silence of a department whose database can not be reached
   */
  async factsIn(
    { department, title = department, outbox }: WatchedOutbox,
    filter: Filter<OutboxEvent>,
    limit: number,
  ): Promise<readonly string[] | Silence> {
    const known = this.#silences.get(department);
    if (known !== undefined && performance.now() - known.askedAt < SILENT_MS) {
      return { department, title, since: known.since };
    }
    try {
      const options = { projection: { _id: 0, fact: 1 } satisfies Document, limit, timeoutMS: TIMEOUT_MS };
      const events = await outbox.find(filter, options).toArray();
      this.#silences.delete(department);
      return events.map(({ fact }) => fact);
    } catch (error) {
      if (!isConnectionFault(error)) throw error;
      const since = this.#silences.get(department)?.since ?? new Date();
      this.#silences.set(department, { since, askedAt: performance.now() });
      return { department, title, since };
    }
  }
}

/**
 * The error of whoever needs to know of a silent department.
 *
 * @param silence - the department
 */
export function silenceError({ department, title, since }: Silence): GraphQLError {
  return new GraphQLError(`${department} does not answer`, {
    extensions: {
      code: 'DEPARTMENT_UNAVAILABLE',
      ...{ service: department, owner: title, since: since.toISOString() },
      details: {},
    },
  });
}
