import { Kind, type DocumentNode, type SelectionNode } from 'graphql';

/** Response path within one fetch of a department. */
export type FetchPath = readonly (string | number)[];

/**
 * Where the fields of a fetch stand in its own answer: one path per field that the department was asked for.
 *
 * In a fetch of entities that is below the first entity, `_entities.0.field`; the gateway translates it into the path
 * of the whole operation. Used to say which fields are missing when a department gives no answer at all.
 *
 * @param document - the fetch
 */
export function fetchedFields(document: DocumentNode): readonly FetchPath[] {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return (operation?.selectionSet.selections ?? []).flatMap((selection) => {
    const name = responseName(selection);
    if (name === undefined) return [];
    return isEntities(selection) ? entityFields(selection).map((field) => [name, 0, field]) : [[name]];
  });
}

/** One fetch may ask for entities at several places of the operation, by an alias each. */
function isEntities(selection: SelectionNode): boolean {
  return selection.kind === Kind.FIELD && selection.name.value === '_entities';
}

function entityFields(selection: SelectionNode): readonly string[] {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
  const nested = selection.selectionSet?.selections ?? [];
  const names = nested.flatMap((inner) =>
    inner.kind === Kind.FIELD ? (responseName(inner) ?? []) : entityFields(inner),
  );
  return [...new Set(names)].filter((name) => name !== '__typename');
}

function responseName(selection: SelectionNode): string | undefined {
  return selection.kind === Kind.FIELD ? (selection.alias?.value ?? selection.name.value) : undefined;
}
