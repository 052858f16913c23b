import type { DocumentNode, FieldDefinitionNode } from 'graphql';
import { argumentOf } from './argumentOf.ts';
import { isFielded } from './fieldedDefinition.ts';

/**
 * All names in the field sets of `@requires`, at whatever depth.
 *
 * @param supergraph - a composed Federation 2 graph
 */
export function requiredNames({ definitions }: DocumentNode): ReadonlySet<string> {
  const fields = definitions.flatMap((part): readonly FieldDefinitionNode[] =>
    isFielded(part) ? (part.fields ?? []) : [],
  );
  const requirements = fields.flatMap(({ directives = [] }) =>
    directives.flatMap((directive) => argumentOf(directive, 'requires') ?? []),
  );
  return new Set(requirements.flatMap(namesIn));
}

/**
 * All names in a field set, at whatever depth.
 *
 * @param fieldSet - as directives give it
 */
export function namesIn(fieldSet: string): readonly string[] {
  return fieldSet.match(/[_A-Za-z]\w*/g) ?? [];
}
