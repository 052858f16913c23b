import { headerKey, withoutRemarks } from './headerKey.ts';

/** What a field says about the columns that may hold it. */
export interface HeaderField {
  readonly name: string;
  /** Chinese header. */
  readonly title: string;
  readonly aliases: readonly string[];
  readonly required: boolean;
}

/** Which column holds which field. */
export interface ResolvedHeader {
  /** The field of each column of the file; `null` where the column is not read. */
  readonly columns: readonly (string | null)[];
  /**
   * Columns that mean no field. Where no column at all is known the first line is probably data, which must not be shown:
   * then, and for a column without a name, the position stands here (`#3`).
   */
  readonly ignored: readonly string[];
  /** Names of required fields without a column. */
  readonly missing: readonly string[];
  /** Fields that several columns mean; only the first of them is mapped. */
  readonly duplicate: readonly { readonly field: string; readonly columns: readonly string[] }[];
}

/**
 * Finds the field of each column by the field's name, Chinese title or aliases.
 *
 * A header that fits as it is goes before one that fits only without its remark in brackets.
 *
 * @param header - column names as the file has them
 * @param fields - the fields that are looked for
 */
export function resolveHeader(header: readonly string[], fields: readonly HeaderField[]): ResolvedHeader {
  const keys = header.map(headerKey);
  const exact = exactKeys(fields);
  const matches = keys.map((key) => exact.get(key));
  const taken = new Set(matches);
  const loose = looseKeys(exact);
  const found = matches.map((match, index) => {
    const field = match ?? loose.get(withoutRemarks(keys[index] ?? ''));
    return match !== undefined || !taken.has(field) ? field : undefined;
  });
  const known = new Set(found.filter((field) => field !== undefined));
  return {
    columns: found.map((field, index) => (field !== undefined && found.indexOf(field) === index ? field : null)),
    ignored: header.flatMap((name, index) =>
      found[index] === undefined ? [known.size === 0 || keys[index] === '' ? `#${index + 1}` : name] : [],
    ),
    missing: fields.filter(({ name, required }) => required && !known.has(name)).map(({ name }) => name),
    duplicate: [...known].flatMap((field) => {
      const columns = header.filter((_, index) => found[index] === field);
      return columns.length > 1 ? [{ field, columns }] : [];
    }),
  };
}

/** Names go before titles, titles before aliases, where two fields claim the same word. */
function exactKeys(fields: readonly HeaderField[]): ReadonlyMap<string, string> {
  const words = [
    ...fields.map((field) => [field.name, field.name] as const),
    ...fields.map((field) => [field.title, field.name] as const),
    ...fields.flatMap((field) => field.aliases.map((alias) => [alias, field.name] as const)),
  ];
  // A later entry of a Map replaces an earlier one, so the strongest come last.
  return new Map(words.reverse().map(([word, field]) => [headerKey(word), field]));
}

/** Keys without remarks, those left out that two fields share. */
function looseKeys(exact: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const loose = new Map<string, string>();
  const shared = new Set<string>();
  for (const [key, field] of exact) {
    const short = withoutRemarks(key);
    const other = loose.get(short);
    if (other !== undefined && other !== field) shared.add(short);
    loose.set(short, exact.get(short) ?? field);
  }
  for (const key of shared) if (!exact.has(key)) loose.delete(key);
  return loose;
}
