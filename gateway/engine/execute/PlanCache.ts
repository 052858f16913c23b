import { LRUCache } from 'lru-cache';
import type { DocumentNode } from 'graphql';
import type { PlanCacheFigures } from './Executor.ts';

/** Compiled operations by document, the least recently used forgotten first. */
export class PlanCache<Compiled extends object> {
  readonly #compiled: LRUCache<string, Compiled>;
  readonly #ids = new WeakMap<DocumentNode, string>();
  #lastId = 0;
  #hits = 0;
  #misses = 0;

  /**
   * @param size - how many operations are kept
   */
  constructor(size: number) {
    this.#compiled = new LRUCache({ max: size });
  }

  /**
   * The compiled form of an operation.
   *
   * @param request - the document, the hash of its text if known, and which of its operations
   * @param compile - makes it where it is not kept; what it throws is thrown, and nothing is kept
   */
  get(
    request: { document: DocumentNode; queryHash?: string | undefined; operationName?: string | null | undefined },
    compile: () => Compiled,
  ): Compiled {
    const key = `${request.queryHash ?? this.#idOf(request.document)} ${request.operationName ?? ''}`;
    const known = this.#compiled.get(key);
    if (known) {
      this.#hits += 1;
      return known;
    }
    this.#misses += 1;
    const compiled = compile();
    this.#compiled.set(key, compiled);
    return compiled;
  }

  /** Figures so far. */
  get figures(): PlanCacheFigures {
    return { size: this.#compiled.size, hits: this.#hits, misses: this.#misses };
  }

  #idOf(document: DocumentNode): string {
    let id = this.#ids.get(document);
    if (id === undefined) {
      this.#lastId += 1;
      // No hash holds a sign, so no document is taken for another.
      id = `#${this.#lastId}`;
      this.#ids.set(document, id);
    }
    return id;
  }
}
