import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { dictionaryMarkdown } from './dictionaryMarkdown.ts';
import { dictionaryOf, type DictionaryOwner } from './dictionaryOf.ts';

/**
 * Keeps the data dictionary in a file.
 *
 * @param departments - whose collections it lists
 * @param path - the Markdown file, `docs/dictionary.md`
 * @param options - with `check`, nothing is written
 * @returns whether the file on disk differs, or differed, from the declarations
 */
export async function writeDictionary(
  departments: readonly DictionaryOwner[],
  path: string,
  options: { readonly check: boolean },
): Promise<boolean> {
  const dictionary = dictionaryMarkdown(dictionaryOf(departments));
  const changed = (await readFile(path, 'utf8').catch(() => undefined)) !== dictionary;
  if (changed && !options.check) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, dictionary);
  }
  return changed;
}
