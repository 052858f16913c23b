import { parse, type DocumentNode } from 'graphql';

/**
 * Parsed documents by their text, the least recently used forgotten first.
 *
 * The texts come from the query planner, one string object per plan, so a look-up compares by identity and a document
 * is parsed once as long as its plan lives. They were validated as a part of the whole operation; nothing validates
 * them again.
 */
export class DocumentCache {
  readonly #documents = new Map<string, DocumentNode>();
  readonly #capacity: number;

  /**
   * @param capacity - how many documents are kept
   */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** How many documents are kept now. */
  get size(): number {
    return this.#documents.size;
  }

  /**
   * The document of a text.
   *
   * @param text - a document that is known to fit the schema
   */
  parse(text: string): DocumentNode {
    const known = this.#documents.get(text);
    if (known) {
      this.#documents.delete(text);
      this.#documents.set(text, known);
      return known;
    }
    const document = parse(text, { noLocation: true });
    this.#documents.set(text, document);
    if (this.#documents.size > this.#capacity) this.#forgetOldest();
    return document;
  }

  #forgetOldest(): void {
    const [oldest] = this.#documents.keys();
    if (oldest !== undefined) this.#documents.delete(oldest);
  }
}
