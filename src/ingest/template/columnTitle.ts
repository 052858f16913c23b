import type { TemplateField } from './TemplateField.ts';

/**
 * The header of a field in a template: its Chinese title, behind `*` where it must be given.
 *
 * @param field - the field
 */
export function columnTitle(field: TemplateField): string {
  return field.required ? `*${field.title}` : field.title;
}
