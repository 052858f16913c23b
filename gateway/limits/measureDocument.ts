import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { DocumentLimits } from './documentLimits.ts';

/** How large an operation is, in the units of its limits. */
export type DocumentSize = DocumentLimits;

const NOTHING: DocumentSize = { depth: 0, aliases: 0, directives: 0, fields: 0 };

/**
 * Measures the largest operation of a document as if its fragments were written out wherever they are spread, without doing so:
 * each fragment is measured once, so the time follows the length of the text, however often fragments spread each other.
 *
 * @param document - may also be one that does not fit the schema; a fragment that spreads itself counts as nothing, since
 *   validation refuses it
 * @returns the greatest of each measure over all operations
 */
export function measureDocument(document: DocumentNode): DocumentSize {
  const measuring = new Measuring(document);
  return document.definitions.reduce((most, definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return most;
    const size = measuring.of(definition.selectionSet);
    const directives = size.directives + (definition.directives?.length ?? 0);
    return greatest(most, { ...size, directives });
  }, NOTHING);
}

class Measuring {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #sizes = new Map<string, DocumentSize>();

  constructor({ definitions }: DocumentNode) {
    const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  of(selectionSet: SelectionSetNode | undefined): DocumentSize {
    return (selectionSet?.selections ?? []).reduce(
      (sum, selection) => together(sum, this.#selection(selection)),
      NOTHING,
    );
  }

  #selection(selection: SelectionNode): DocumentSize {
    const directives = selection.directives?.length ?? 0;
    if (selection.kind === Kind.FIELD) {
      const inner = this.of(selection.selectionSet);
      return {
        depth: inner.depth + 1,
        aliases: inner.aliases + (selection.alias === undefined ? 0 : 1),
        directives: inner.directives + directives,
        fields: inner.fields + 1,
      };
    }
    const inner =
      selection.kind === Kind.FRAGMENT_SPREAD ? this.#fragment(selection.name.value) : this.of(selection.selectionSet);
    return { ...inner, directives: inner.directives + directives };
  }

  #fragment(name: string): DocumentSize {
    const known = this.#sizes.get(name);
    if (known !== undefined) return known;
    this.#sizes.set(name, NOTHING);
    const size = this.of(this.#fragments.get(name)?.selectionSet);
    this.#sizes.set(name, size);
    return size;
  }
}

function together(one: DocumentSize, other: DocumentSize): DocumentSize {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives,
    fields: one.fields + other.fields,
  };
}

function greatest(one: DocumentSize, other: DocumentSize): DocumentSize {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: Math.max(one.aliases, other.aliases),
    directives: Math.max(one.directives, other.directives),
    fields: Math.max(one.fields, other.fields),
  };
}
