import { createHash } from 'node:crypto';
import { Html } from './html.ts';

/** The one style of a page that loads nothing, and how the page's policy names it. */
export interface InlineStyle {
  readonly element: Html;
  /** A source of `style-src` in a content security policy. */
  readonly source: string;
}

/**
 * Puts a style into a page as one piece: white space around it would give it another digest.
 *
 * @param css - the style
 */
export function inlineStyle(css: string): InlineStyle {
  const digest = createHash('sha256').update(css).digest('base64');
  return { element: new Html(`<style>${css}</style>`), source: `'sha256-${digest}'` };
}
