import {
  constants,
  monitorEventLoopDelay,
  PerformanceObserver,
  type NodeGCPerformanceDetail,
  type PerformanceEntry,
} from 'node:perf_hooks';

/** What kept a process from answering since it was asked last; in milliseconds. */
export interface Strain {
  /** How late the event loop came around. */
  readonly loopP99: number;
  readonly loopMax: number;
  /** All collections of the young generation, and the longest one. */
  readonly youngTotal: number;
  readonly youngMax: number;
  /** All other collections, and the longest one. */
  readonly oldTotal: number;
  readonly oldMax: number;
}

/** Nanoseconds of a millisecond. */
const NS = 1e6;
const RESOLUTION_MS = 5;

/** Watches what keeps a process from answering: collections of garbage, and whatever else holds the event loop. */
export class Strains {
  readonly #loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  readonly #observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { detail, duration } = entry as PerformanceEntry & { readonly detail: NodeGCPerformanceDetail };
      (detail.kind === constants.NODE_PERFORMANCE_GC_MINOR ? this.#young : this.#old).push(duration);
    }
  });
  #young: number[] = [];
  #old: number[] = [];

  constructor() {
    this.#loop.enable();
    this.#observer.observe({ entryTypes: ['gc'] });
  }

  /** What there was since the last call. */
  taken(): Strain {
    const [young, old] = [this.#young, this.#old];
    const [loopP99, loopMax] = [this.#loop.percentile(99) / NS, this.#loop.max / NS];
    this.#young = [];
    this.#old = [];
    this.#loop.reset();
    return {
      ...{ loopP99, loopMax, youngTotal: sum(young), youngMax: Math.max(0, ...young) },
      ...{ oldTotal: sum(old), oldMax: Math.max(0, ...old) },
    };
  }
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
