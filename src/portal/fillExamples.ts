import type { PortalExample } from './PortalExample.ts';

/** A place in the variables or headers of an example where something of the database belongs. */
const PLACE = /\{\{(\w+)\}\}/g;

/** What can be put into examples, by the names of the places: `uscc1` for `{{uscc1}}`. */
export type ExamplePlaces = Readonly<Record<string, string>>;

/**
 * Puts what is in the database into the examples, so that they answer something.
 *
 * An example with a place that nothing is known for is left out.
 *
 * @param examples - as they lie in their files, with places such as `{{uscc1}}`
 * @param places - what is put there
 */
export function fillExamples(examples: readonly PortalExample[], places: ExamplePlaces): readonly PortalExample[] {
  return examples.flatMap((example) => {
    const { variables, headers } = example;
    const filled = JSON.stringify({ variables, headers }).replace(
      PLACE,
      (place, name: string) => places[name] ?? place,
    );
    if (filled.search(PLACE) !== -1) return [];
    return [{ ...example, ...(JSON.parse(filled) as Pick<PortalExample, 'variables' | 'headers'>) }];
  });
}

/**
 * The places of codes of enterprises: `uscc1`, `uscc2` and so on.
 *
 * @param usccs - those with many facts first, since they make the better show
 */
export function codePlaces(usccs: readonly string[]): ExamplePlaces {
  return Object.fromEntries(usccs.map((uscc, at) => [`uscc${at + 1}`, uscc]));
}
