import { Kind, parse, visit, type DocumentNode } from 'graphql';

/** What selects fields of an entity for the departments' own sake. */
const SELECTING = new Set(['key', 'requires', 'provides']);

/** Whether a field is needed with arguments, by the names of all fields that are needed. */
export type NeededFields = ReadonlyMap<string, boolean>;

/**
 * The names of all fields by which departments recognise entities, or which they require or provide; each with whether some
 * department requires it with arguments.
 *
 * @param supergraph - with its join directives
 */
export function neededFields(supergraph: DocumentNode): NeededFields {
  const names = new Map<string, boolean>();
  visit(supergraph, {
    Directive: ({ name, arguments: given = [] }) => {
      if (!name.value.startsWith('join__')) return;
      for (const { name: argument, value } of given) {
        if (value.kind !== Kind.STRING || !SELECTING.has(argument.value)) continue;
        const selection = parse(`{ ${value.value} }`, { noLocation: true });
        visit(selection, {
          Field: (field) => {
            const isCalled = (field.arguments ?? []).length > 0;
            names.set(field.name.value, isCalled || (names.get(field.name.value) ?? false));
          },
        });
      }
    },
  });
  return names;
}
