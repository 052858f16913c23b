import type { Silence } from '../ledger/OutboxWatch.ts';

/** Departments that could not be asked while a request was answered: what the answer lacks, for its errors to say. */
export class Losses {
  readonly #silences = new Map<string, Silence>();

  /**
   * Notes a department whose facts are left out.
   *
   * @param silence - the department
   */
  note(silence: Silence): void {
    this.#silences.set(silence.department, silence);
  }

  /** Gives what was noted since the last call. */
  take(): readonly Silence[] {
    const silences = [...this.#silences.values()];
    this.#silences.clear();
    return silences;
  }
}
