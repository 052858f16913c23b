import { visibleText } from '../values/visibleText.ts';
import { isPlaceholder } from './isPlaceholder.ts';

/** Begins with more plain characters than any placeholder has. */
const SAYS_SOMETHING = /^[!-~\u4E00-\u9FFF]{5}/;
/** They may stand in a name, but are nothing to see. */
const JOINERS = /[\u200C\u200D]/g;

/**
 * Tells whether a value of a row says nothing: it is absent, or a text in which nothing can be seen but a placeholder.
 *
 * @param value - of a file's cell or of an input
 */
export function isBlank(value: unknown): boolean {
  if (typeof value !== 'string') return value === undefined || value === null;
  // Nearly every cell is told by its first characters: this runs for all of them.
  return value === '' || (!SAYS_SOMETHING.test(value) && isPlaceholder(visibleText(value.replace(JOINERS, ''))));
}
