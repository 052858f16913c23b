import { Kind, parse, visit, type DocumentNode } from 'graphql';

/** What selects fields of an entity for the departments' own sake. */
const SELECTING = new Set(['key', 'requires', 'provides']);

/**
 * The names of all fields by which departments recognise entities, or which they require or provide.
 *
 * @param supergraph - with its join directives
 */
export function neededFields(supergraph: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(supergraph, {
    Directive: ({ name, arguments: given = [] }) => {
      if (!name.value.startsWith('join__')) return;
      for (const { name: argument, value } of given) {
        if (value.kind !== Kind.STRING || !SELECTING.has(argument.value)) continue;
        const selection = parse(`{ ${value.value} }`, { noLocation: true });
        visit(selection, { Field: (field) => void names.add(field.name.value) });
      }
    },
  });
  return names;
}
