import { extname } from 'node:path';
import { NewFile } from './NewFile.ts';

/** The file with the answers, and beside it one with the rows that could not be read, if there are such rows. */
export class MatchTables {
  readonly #output: string;
  readonly #answers: NewFile;
  #aside: NewFile | undefined;

  private constructor(output: string, answers: NewFile) {
    this.#output = output;
    this.#answers = answers;
  }

  /**
   * Takes the name of the output.
   *
   * @param output - a file that is not there yet
   * @param header - its first line
   * @throws IngestError INGEST_TARGET_EXISTS or INGEST_TARGET_UNWRITABLE
   */
  static async claim(output: string, header: string): Promise<MatchTables> {
    const tables = new MatchTables(output, await NewFile.claim(output));
    await tables.write([header]);
    return tables;
  }

  /** Name of the file with unreadable rows; null where there are none. */
  get quarantine(): string | null {
    return this.#aside === undefined ? null : quarantineBeside(this.#output);
  }

  /** Writes lines with answers. */
  async write(lines: readonly string[]): Promise<void> {
    await this.#answers.write(lines);
  }

  /**
   * Writes lines with rows that could not be read.
   *
   * @param lines - in order
   * @param header - the first line of their file
   * @throws IngestError INGEST_TARGET_EXISTS or INGEST_TARGET_UNWRITABLE
   */
  async setAside(lines: readonly string[], header: string): Promise<void> {
    if (lines.length === 0) return;
    if (this.#aside === undefined) {
      this.#aside = await NewFile.claim(quarantineBeside(this.#output));
      await this.#aside.write([header]);
    }
    await this.#aside.write(lines);
  }

  /** Completes both files, the one with the answers last. */
  async finish(): Promise<void> {
    await this.#aside?.finish();
    await this.#answers.finish();
  }

  /** Gives both files up. */
  async abandon(): Promise<void> {
    await Promise.allSettled([this.#aside?.abandon(), this.#answers.abandon()]);
  }
}

/** `out.csv` → `out.quarantine.csv`. */
function quarantineBeside(output: string): string {
  const ending = extname(output);
  return `${output.slice(0, output.length - ending.length)}.quarantine${ending === '' ? '.csv' : ending}`;
}
