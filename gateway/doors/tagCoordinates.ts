import {
  Kind,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type InterfaceTypeExtensionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';

type ParentNode =
  ObjectTypeDefinitionNode | ObjectTypeExtensionNode | InterfaceTypeDefinitionNode | InterfaceTypeExtensionNode;

/**
 * Puts a tag on coordinates of a subgraph.
 *
 * A field of another department (`@external`) takes no tag: its owner's decides.
 *
 * @param sdl - of the subgraph, with its link to the federation's directives
 * @param tag - name of the tag
 * @param isTagged - tells for a coordinate such as `Type` or `Type.field` whether it gets the tag
 */
export function tagCoordinates(
  sdl: DocumentNode,
  tag: string,
  isTagged: (coordinate: string) => boolean,
): DocumentNode {
  const directive = tagDirective(importsTag(sdl) ? 'tag' : 'federation__tag', tag);
  const mark = <T extends ParentNode | FieldDefinitionNode>(node: T, coordinate: string): T =>
    isTagged(coordinate) ? { ...node, directives: [...(node.directives ?? []), directive] } : node;
  const markType = <T extends ParentNode>(node: T): T => {
    const fields = node.fields?.map((field) =>
      isExternal(field) ? field : mark(field, `${node.name.value}.${field.name.value}`),
    );
    return { ...mark(node, node.name.value), ...(fields && { fields }) };
  };
  return visit(sdl, {
    [Kind.OBJECT_TYPE_DEFINITION]: (node) => markType(node),
    [Kind.OBJECT_TYPE_EXTENSION]: (node) => markType(node),
    [Kind.INTERFACE_TYPE_DEFINITION]: (node) => markType(node),
    [Kind.INTERFACE_TYPE_EXTENSION]: (node) => markType(node),
  });
}

function isExternal({ directives = [] }: FieldDefinitionNode): boolean {
  return directives.some(({ name }) => name.value === 'external');
}

/** A directive that is not imported goes by the name of its specification. */
function importsTag({ definitions }: DocumentNode): boolean {
  return definitions.some(
    (node) =>
      node.kind === Kind.SCHEMA_EXTENSION &&
      node.directives?.some(({ arguments: given = [] }) =>
        given.some(
          ({ name, value }) =>
            name.value === 'import' &&
            value.kind === Kind.LIST &&
            value.values.some((item) => item.kind === Kind.STRING && item.value === '@tag'),
        ),
      ),
  );
}

function tagDirective(name: string, tag: string): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: name },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: 'name' },
        value: { kind: Kind.STRING, value: tag },
      },
    ],
  };
}
