import type { HeaderField } from '../read/resolveHeader.ts';

/** A field as its template explains it. */
export interface TemplateField extends HeaderField {
  readonly description: string;
  /** Form of the value in words, such as `YYYY-MM-DD`. */
  readonly format?: string;
  /** Stored code → the Chinese label or labels that mean it. */
  readonly codes?: Readonly<Record<string, string | readonly string[]>>;
  readonly example?: string;
}
