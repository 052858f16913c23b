import { OperationTypeNode, type FieldNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { pickRootFields, responseKey, rootFields, type Fragments } from './pickRootFields.ts';

/** A normalised operation has none. */
const NO_FRAGMENTS: Fragments = new Map();

/**
 * What of an operation is planned together: a query is one part, a mutation has a part per root field. What is asked about the schema
 * itself is in none.
 *
 * @param definition - normalised, without named fragments
 */
export function planParts(definition: OperationDefinitionNode): readonly SelectionSetNode[] {
  if (definition.operation === OperationTypeNode.MUTATION) return fieldParts(definition);
  return partOf(definition, ({ name }) => !name.value.startsWith('__'));
}

/**
 * A part per root field.
 *
 * @param definition - normalised, without named fragments
 */
export function fieldParts(definition: OperationDefinitionNode): readonly SelectionSetNode[] {
  const fields = rootFields(definition.selectionSet, NO_FRAGMENTS).filter(({ name }) => !name.value.startsWith('__'));
  const keys = new Set(fields.map(responseKey));
  return [...keys].flatMap((key) =>
    partOf(definition, (field) => responseKey(field) === key && !field.name.value.startsWith('__')),
  );
}

function partOf(
  { selectionSet }: OperationDefinitionNode,
  isKept: (field: FieldNode) => boolean,
): readonly SelectionSetNode[] {
  return [pickRootFields(selectionSet, NO_FRAGMENTS, isKept) ?? []].flat();
}
