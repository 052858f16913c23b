import { columnsOf } from '../../data/envelopeFields.ts';
import type { FactCollection } from '../../data/FactCollection.ts';
import type { TemplateField } from './TemplateField.ts';

/**
 * Gives the columns of a collection as its template explains them, in the order of its declaration.
 *
 * @param collection - the declaration
 */
export function templateFields(collection: FactCollection): readonly TemplateField[] {
  return columnsOf(collection).map(([name, { title, aliases, required, description, format, codes }]) => ({
    name,
    title,
    aliases,
    required,
    description,
    format,
    ...(codes === undefined ? {} : { codes }),
  }));
}
