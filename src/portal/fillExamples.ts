import type { PortalExample } from './PortalExample.ts';

/** A place in the variables of an example where the code of an enterprise belongs, counted from 1. */
const PLACE = /\{\{uscc(\d+)\}\}/g;

/**
 * Puts codes of enterprises that are in the database into the examples, so that they answer something.
 *
 * An example that needs more codes than there are is left out.
 *
 * @param examples - as they lie in their files, with places such as `{{uscc1}}`
 * @param usccs - codes to show; those with many facts make the better show
 */
export function fillExamples(examples: readonly PortalExample[], usccs: readonly string[]): readonly PortalExample[] {
  return examples.flatMap((example) => {
    const text = JSON.stringify(example.variables);
    const filled = text.replace(PLACE, (place, number: string) => usccs[Number(number) - 1] ?? place);
    if (filled.search(PLACE) !== -1) return [];
    return [{ ...example, variables: JSON.parse(filled) as PortalExample['variables'] }];
  });
}
