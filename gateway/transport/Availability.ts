import type { Logger } from 'pino';
import { isConnectionFault } from '../../src/data/connectionFault.ts';
import { DeadlineError } from './withDeadline.ts';

/** Whether a department answers, and since when it does not. Its failures are logged when they begin and end. */
export class Availability {
  readonly #department: string;
  readonly #logger: Logger;
  #failingSince: Date | undefined;

  /**
   * @param department - the department's name, for the log
   * @param logger - where the beginning and the end of a failure are written
   */
  constructor(department: string, logger: Logger) {
    this.#department = department;
    this.#logger = logger;
  }

  /**
   * Tells whether a fault means that the department cannot be reached, rather than that one field went wrong.
   *
   * @param fault - the fault underneath a failed field
   */
  static isConnectionFault(fault: unknown): boolean {
    return fault instanceof DeadlineError || isConnectionFault(fault);
  }

  /** Since when the department has not answered; undefined as long as it does. */
  get failingSince(): Date | undefined {
    return this.#failingSince;
  }

  /** Notes that the department answered. */
  answered(): void {
    if (!this.#failingSince) return;
    this.#logger.info({ department: this.#department, since: this.#failingSince }, 'department answers again');
    this.#failingSince = undefined;
  }

  /**
   * Notes that the department did not answer.
   *
   * @param fault - why
   * @returns since when it has not answered
   */
  failed(fault: unknown): Date {
    if (!this.#failingSince) {
      this.#failingSince = new Date();
      this.#logger.error({ department: this.#department, err: fault }, 'department does not answer');
    }
    return this.#failingSince;
  }
}
