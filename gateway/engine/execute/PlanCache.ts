import { LRUCache } from 'lru-cache';
import type { DocumentNode } from 'graphql';
import type { ExecutorRequest, PlanCacheFigures } from './Executor.ts';

/** Which operation is meant. */
export type OperationRequest = Pick<ExecutorRequest, 'document' | 'operationName' | 'queryHash'>;

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
   * @param variant - tells apart what the same operation is compiled into
   * @param compile - makes it where it is not kept; what it throws is thrown, and nothing is kept
   */
  get(request: OperationRequest, variant: string, compile: () => Compiled): Compiled {
    const key = this.#keyOf(request, variant);
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

  /**
   * Whether the compiled form of an operation is kept.
   *
   * @param request - which operation
   * @param variant - what it is compiled into
   */
  has(request: OperationRequest, variant: string): boolean {
    return this.#compiled.has(this.#keyOf(request, variant));
  }

  /** Figures so far. */
  get figures(): PlanCacheFigures {
    return { size: this.#compiled.size, hits: this.#hits, misses: this.#misses };
  }

  #keyOf({ document, operationName, queryHash }: OperationRequest, variant: string): string {
    return `${queryHash ?? this.#idOf(document)} ${operationName ?? ''} ${variant}`;
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
