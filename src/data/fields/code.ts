import type { Field, FieldWords } from './Field.ts';

/** Chinese labels by stored code; the first label is the one that is shown. */
export type CodeList<Code extends string> = Readonly<Record<Code, readonly string[]>>;

/**
 * Declares a value of a code list: the stored code, a Chinese label, or a number of the source's list is understood.
 *
 * @param words - title, description and aliases
 * @param codes - labels by code
 * @param options - whether it must be given
 */
export function code<Code extends string>(
  words: FieldWords,
  codes: CodeList<Code>,
  options: { readonly required?: boolean } = {},
): Field<Code> {
  const byLabel = labelsOf(codes);
  return {
    aliases: [],
    ...words,
    required: options.required ?? false,
    format: 'one of the codes or labels',
    codes,
    judge(value) {
      const found = byLabel.get(String(value).trim());
      return found === undefined ? { fault: { code: 'CODE_UNKNOWN', expected: listOf(codes) } } : { value: found };
    },
  };
}

/**
 * Declares several values of a code list, given as an array or separated by `;`, `,` or `、` in either width. A label
 * that holds such a sign itself is understood as a whole.
 *
 * @param words - title, description and aliases
 * @param codes - labels by code
 * @param options - whether at least one must be given
 */
export function codes<Code extends string>(
  words: FieldWords,
  list: CodeList<Code>,
  options: { readonly required?: boolean } = {},
): Field<readonly Code[]> {
  const byLabel = labelsOf(list);
  return {
    aliases: [],
    ...words,
    required: options.required ?? false,
    format: 'codes or labels separated by ;',
    codes: list,
    judge(value) {
      const parts = Array.isArray(value) ? value.map((part) => String(part)) : labelsIn(String(value), byLabel);
      const found = parts.map((part) => byLabel.get(part.trim()));
      const known = found.filter((entry) => entry !== undefined);
      if (known.length < found.length) return { fault: { code: 'CODE_UNKNOWN', expected: listOf(list) } };
      return { value: [...new Set(known)].sort() };
    },
  };
}

const SEPARATORS = [/[;；]/u, /[,，]/u, /、/u] as const;

/** Splits at the widest separator that occurs, part by part, until a part is a label. */
function labelsIn(text: string, known: ReadonlyMap<string, unknown>): readonly string[] {
  const separator = known.has(text.trim()) ? undefined : SEPARATORS.find((candidate) => candidate.test(text));
  return separator === undefined ? [text] : text.split(separator).flatMap((part) => labelsIn(part, known));
}

function labelsOf<Code extends string>(list: CodeList<Code>): ReadonlyMap<string, Code> {
  const entries = Object.entries(list) as [Code, readonly string[]][];
  return new Map(entries.flatMap(([stored, labels]) => [stored, ...labels].map((label) => [label, stored] as const)));
}

function listOf(list: CodeList<string>): string {
  return Object.entries(list)
    .map(([stored, labels]) => `${stored} (${labels[0] ?? ''})`)
    .join(', ');
}
