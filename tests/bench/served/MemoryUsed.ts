/** Memory of a process right after garbage was collected, in megabytes. */
export interface MemoryUsed {
  /** Resident. */
  readonly rssMb: number;
  /** Of the heap of JavaScript. */
  readonly heapUsedMb: number;
  /** Outside of it, such as buffers. */
  readonly externalMb: number;
}
