import { sha256 } from '../../src/values/sha256.ts';

/** A document with the SHA-256 of its text, in hexadecimal digits. */
export interface HashedDocument {
  readonly query: string;
  readonly hash: string;
}

/** Documents that were agreed upon beforehand: callers may name them instead of sending them, and some callers may send no other. */
export class TrustedDocuments {
  readonly all: readonly HashedDocument[];
  readonly #byId = new Map<string, string>();
  readonly #texts: ReadonlySet<string>;

  /**
   * @param documents - by the ids that callers name; each is known by `sha256:` and the SHA-256 of its text as well, with that prefix or without
   */
  constructor(documents: Readonly<Record<string, string>>) {
    this.#texts = new Set(Object.values(documents));
    this.all = [...this.#texts].map((query) => ({ query, hash: sha256(query) }));
    for (const [id, query] of Object.entries(documents)) this.#byId.set(id, query);
    for (const { query, hash } of this.all) this.#byId.set(hash, query).set(`sha256:${hash}`, query);
  }

  /**
   * Finds a document.
   *
   * @param id - as callers name it
   * @returns its text; undefined where there is none of this id
   */
  find(id: string): string | undefined {
    return this.#byId.get(id);
  }

  /**
   * Tells whether a document is one of these, character by character.
   *
   * @param query - its text
   */
  trusts(query: string): boolean {
    return this.#texts.has(query);
  }
}
