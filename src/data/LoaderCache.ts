/** Loaders by name, living as long as one request in one department, so that callers never share rows. */
export class LoaderCache {
  readonly #loaders = new Map<string, unknown>();

  /**
   * Gives the loader of a name, made at its first use.
   *
   * @param name - what tells loaders apart: collection, arguments, projection
   * @param make - makes it
   */
  get<Loader>(name: string, make: () => Loader): Loader {
    const known = this.#loaders.get(name) as Loader | undefined;
    if (known !== undefined) return known;
    const made = make();
    this.#loaders.set(name, made);
    return made;
  }
}
