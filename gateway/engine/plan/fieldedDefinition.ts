import { Kind, type DefinitionNode, type InterfaceTypeDefinitionNode, type ObjectTypeDefinitionNode } from 'graphql';

/** What fields stand in, in the SDL of a graph that is answered. */
export type FieldedDefinition = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** Tells whether a part of the SDL is one. */
export function isFielded(part: DefinitionNode): part is FieldedDefinition {
  return part.kind === Kind.OBJECT_TYPE_DEFINITION || part.kind === Kind.INTERFACE_TYPE_DEFINITION;
}
