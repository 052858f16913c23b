import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { PlanError } from '../plan/PlanError.ts';
import { responseKey, type Fragments } from '../plan/pickRootFields.ts';
import { isInherited } from './Data.ts';

/** One field of a merge: what a department answers under a key goes to the same key. */
export interface MergeField {
  readonly key: string;
  readonly isInherited: boolean;
  readonly isTypeName: boolean;
  /** Fields of the object, or of the objects in the list; `undefined` for a leaf, which is taken as it is. */
  readonly inner: MergeShape | undefined;
}

/** What the answers to one selection can hold, whatever the types of its objects. */
export interface MergeShape {
  readonly fields: MergeField[];
}

/** A fetch's document, read. */
export interface FetchDocument {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
}

/**
 * Reads the document of a fetch.
 *
 * @param document - one operation with its fragments
 * @throws PlanError when it holds no operation
 */
export function readFetch(document: DocumentNode): FetchDocument {
  const operation = document.definitions.find((part) => part.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new PlanError('A fetch of the plan holds no operation');
  const fragments = document.definitions.filter(
    (part): part is FragmentDefinitionNode => part.kind === Kind.FRAGMENT_DEFINITION,
  );
  return { operation, fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])) };
}

/**
 * The shape of the answers to a selection.
 *
 * @param selectionSet - of a fetch
 * @param fragments - of its document
 */
export function mergeShapeOf(selectionSet: SelectionSetNode, fragments: Fragments): MergeShape {
  const shape: MergeShape = { fields: [] };
  addSelections(shape, selectionSet, fragments);
  return shape;
}

function addSelections(shape: MergeShape, selectionSet: SelectionSetNode, fragments: Fragments): void {
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) {
      addField(shape, responseKey(selection), selection.selectionSet, fragments);
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    if (fragment) addSelections(shape, fragment.selectionSet, fragments);
  }
}

function addField(
  shape: MergeShape,
  key: string,
  selectionSet: SelectionSetNode | undefined,
  fragments: Fragments,
): void {
  const inner = fieldOf(shape, key, selectionSet !== undefined).inner;
  if (selectionSet && inner) addSelections(inner, selectionSet, fragments);
}

/**
 * The field of a shape under a key; added where it is not there yet.
 *
 * @param shape - changed in place
 * @param key - a response name
 * @param isComposite - whether objects stand there
 */
export function fieldOf(shape: MergeShape, key: string, isComposite: boolean): MergeField {
  const known = shape.fields.find((field) => field.key === key);
  if (known) return known;
  const inner = isComposite ? { fields: [] } : undefined;
  const field = { key, isInherited: isInherited(key), isTypeName: key === '__typename', inner };
  shape.fields.push(field);
  return field;
}
