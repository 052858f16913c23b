/** Codes that requests choose from: a list of them, or such as are made when they are asked for. */
export interface Codes {
  readonly length: number;
  at(index: number): string | undefined;
}
