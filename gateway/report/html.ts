/** A piece of HTML in which every value was escaped. */
export class Html {
  readonly #source: string;

  /** @param source - HTML that is safe as it is */
  constructor(source: string) {
    this.#source = source;
  }

  /** Gives the HTML. */
  toString(): string {
    return this.#source;
  }
}

/** What may stand in a template; nothing is written for null. */
type Part = Html | string | number | null | readonly Html[];

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Writes HTML: text is escaped, pieces of HTML are put in as they are. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((text, at) => text + (at < parts.length ? sourceOf(parts[at] ?? null) : '')).join(''));
}

function sourceOf(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.toString();
  if (typeof part === 'object') return part.join('');
  return String(part).replace(/[&<>"']/g, (character) => ESCAPED[character] ?? '');
}
