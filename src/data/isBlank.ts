import { visibleText } from '../values/visibleText.ts';
import { isPlaceholder } from './isPlaceholder.ts';

/**
 * Tells whether a value of a row says nothing: it is absent, or a text in which nothing can be seen but a placeholder.
 *
 * @param value - of a file's cell or of an input
 */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && isPlaceholder(visibleText(value)));
}
