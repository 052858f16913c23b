import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { unwritable } from '../../src/ingest/unwritable.ts';

/**
 * A file that comes to be as a whole or not at all: it is written aside and takes its name when it is complete. Nothing that is there is ever
 * overwritten.
 */
export class NewFile {
  readonly #path: string;
  readonly #part: string;
  readonly #handle: FileHandle;
  #waiting: string[] = [];

  private constructor(path: string, part: string, handle: FileHandle) {
    this.#path = path;
    this.#part = part;
    this.#handle = handle;
  }

  /**
   * Takes a name for a file that is to be written.
   *
   * @param path - a file that is not there yet
   * @throws IngestError INGEST_TARGET_EXISTS or INGEST_TARGET_UNWRITABLE
   */
  static async claim(path: string): Promise<NewFile> {
    const part = `${path}.part`;
    try {
      // An empty file holds the name meanwhile, so that of two programs one is refused.
      await (await open(path, 'wx', OWN)).close();
    } catch (error) {
      throw unwritable(path, error);
    }
    try {
      return new NewFile(path, part, await open(part, 'w', OWN));
    } catch (error) {
      await rm(path, { force: true });
      throw unwritable(part, error);
    }
  }

  /**
   * Writes lines, which carry their line ends.
   *
   * @param lines - in order
   */
  async write(lines: readonly string[]): Promise<void> {
    this.#waiting.push(...lines);
    if (this.#waiting.length >= LINES) await this.#flush();
  }

  /** Completes the file. */
  async finish(): Promise<void> {
    await this.#flush();
    await this.#handle.sync();
    await this.#handle.close();
    await rename(this.#part, this.#path);
  }

  /** Gives the file up: nothing is left of it. */
  async abandon(): Promise<void> {
    await this.#handle.close();
    await rm(this.#part, { force: true });
    await rm(this.#path, { force: true });
  }

  async #flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    await this.#handle.appendFile(this.#waiting.join(''));
    this.#waiting = [];
  }
}

/** Tables of one's own may hold what is nobody else's business. */
const OWN = 0o600;

/** Lines that are written at once. */
const LINES = 1000;
