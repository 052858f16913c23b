import { isObjectType, type GraphQLResolveInfo } from 'graphql';

/** What refers to a fact. */
export interface Targeted {
  readonly targetType?: string | undefined;
  readonly targetFact?: string | undefined;
}

/**
 * Refers to the fact that an application is about; its owner says what of it the caller may see.
 *
 * @param application - as it is stored
 * @param schema - knows the types of facts that there are
 * @returns null for a type that no department has
 */
export function factReference(
  { targetType, targetFact }: Targeted,
  { schema }: Pick<GraphQLResolveInfo, 'schema'>,
): { readonly __typename: string; readonly id: string } | null {
  if (targetType === undefined || targetFact === undefined) return null;
  return isFact(schema, targetType) ? { __typename: targetType, id: targetFact } : null;
}

function isFact(schema: GraphQLResolveInfo['schema'], name: string): boolean {
  const type = schema.getType(name);
  return isObjectType(type) && type.getInterfaces().some((parent) => parent.name === 'CreditFact');
}
