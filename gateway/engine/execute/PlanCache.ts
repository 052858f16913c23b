import { LRUCache } from 'lru-cache';
import type { DocumentNode } from 'graphql';
import { NO_SHARE } from '../supergraph/progressiveOverrides.ts';
import type { ExecutorRequest, PlanCacheFigures } from './Executor.ts';

/** Which operation is meant. */
export type OperationRequest = Pick<ExecutorRequest, 'document' | 'operationName' | 'queryHash' | 'share'>;

/**
 * Variants of one operation that are kept: its variables can select in two to the power of their number ways, and whoever
 * sends them all must not push out what others need.
 */
const VARIANTS = 16;

/** Compiled operations by document, the least recently used forgotten first. */
export class PlanCache<Compiled extends object> {
  readonly #compiled: LRUCache<string, Compiled>;
  /** Keys of what is kept of each operation, the one made first to the front. */
  readonly #variants: LRUCache<string, Set<string>>;
  readonly #ids = new WeakMap<DocumentNode, string>();
  #lastId = 0;
  #hits = 0;
  #misses = 0;

  /**
   * @param size - how many operations are kept
   */
  constructor(size: number) {
    this.#compiled = new LRUCache({ max: size });
    this.#variants = new LRUCache({ max: size });
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
    this.#limit(this.#keyOf(request, ''), key);
    return compiled;
  }

  /**
   * The compiled form of an operation where it is kept; nobody runs it, so no figure tells of it.
   *
   * @param request - which operation
   * @param variant - what it is compiled into
   */
  peek(request: OperationRequest, variant: string): Compiled | undefined {
    return this.#compiled.peek(this.#keyOf(request, variant));
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

  /** Forgets the variant of an operation that was made first, where there are too many. */
  #limit(operation: string, key: string): void {
    const kept = this.#variants.get(operation) ?? new Set<string>();
    this.#variants.set(operation, kept.add(key));
    const [first] = kept;
    if (kept.size <= VARIANTS || first === undefined) return;
    kept.delete(first);
    this.#compiled.delete(first);
  }

  #keyOf({ document, operationName, queryHash, share = NO_SHARE }: OperationRequest, variant: string): string {
    return `${queryHash ?? this.#idOf(document)} ${operationName ?? ''} ${share} ${variant}`;
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
