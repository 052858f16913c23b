/** What is there under one response name. */
export interface CoveredField {
  /**
   * By the names of the object types that have it: the fields that stand there, with their arguments. There are several
   * for one type where fetches contradict each other.
   */
  readonly calls: Map<string, ReadonlySet<string>>;
  /** By the same names: the names of the object types that can stand there. */
  readonly behind: Map<string, ReadonlySet<string>>;
  /** What is there of these. */
  readonly inner: Coverage;
}

/** What the fetches of a plan bring to one place of an answer, by response name. */
export class Coverage {
  readonly fields = new Map<string, CoveredField>();

  /**
   * The field under a response name; added where it is not there yet.
   *
   * @param key - the response name
   */
  at(key: string): CoveredField {
    const known = this.fields.get(key);
    if (known) return known;
    const field: CoveredField = { calls: new Map(), behind: new Map(), inner: new Coverage() };
    this.fields.set(key, field);
    return field;
  }

  /**
   * Adds all that another coverage holds.
   *
   * @param other - of the same place; left as it is
   */
  merge(other: Coverage): void {
    for (const [key, field] of other.fields) addField(this.at(key), field);
  }
}

/**
 * Adds what else stands under a response name.
 *
 * @param known - changed in place
 * @param field - left as it is
 * @param isFor - for which object types it is added; for all unless given
 */
export function addField(
  known: CoveredField,
  field: CoveredField,
  isFor: (type: string) => boolean = () => true,
): void {
  for (const [type, calls] of field.calls) {
    if (isFor(type)) known.calls.set(type, new Set([...(known.calls.get(type) ?? []), ...calls]));
  }
  for (const [type, behind] of field.behind) if (isFor(type)) addBehind(known, type, behind);
  known.inner.merge(field.inner);
}

/**
 * Notes which object types can stand under a response name. Where several departments answer the same field, it is one
 * that all of them know.
 *
 * @param field - changed in place
 * @param type - name of the object type that has it
 * @param behind - names of the object types that can stand there
 */
export function addBehind({ behind: known }: CoveredField, type: string, behind: ReadonlySet<string>): void {
  const own = known.get(type);
  known.set(type, own ? new Set([...own].filter((name) => behind.has(name))) : behind);
}

/**
 * All object types that can stand under a response name.
 *
 * @param field - what is there
 */
export function typesBehind({ behind }: CoveredField): ReadonlySet<string> {
  return new Set([...behind.values()].flatMap((names) => [...names]));
}
