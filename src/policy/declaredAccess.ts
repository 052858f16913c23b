import { getDirectiveValues, type GraphQLSchema } from 'graphql';
import { AUDIENCES } from '../identity/Caller.ts';
import type { Access } from './Access.ts';

type DirectiveBearer = Parameters<typeof getDirectiveValues>[1];

/** A type or a field with the parts of the SDL that define it; a type may be written in several. */
export interface SchemaElement {
  readonly name: string;
  readonly astNode?: DirectiveBearer | null | undefined;
  readonly extensionASTNodes?: readonly DirectiveBearer[];
}

/**
 * Reads the `@access` that stands on a type or field itself, inherited ones left out.
 *
 * @param schema - holds the directive's definition
 * @param element - the directive may stand on the type's definition or on an extension of it, on one of them only
 * @returns undefined where nothing is declared
 * @throws Error if the directive names an audience that `Caller` does not know, so that a new one can not open anything by chance
 */
export function declaredAccess(schema: GraphQLSchema, element: SchemaElement): Access | undefined {
  const directive = schema.getDirective('access');
  if (!directive) return undefined;
  const values = [element.astNode, ...(element.extensionASTNodes ?? [])]
    .map((node) => node && getDirectiveValues(directive, node))
    .find((found) => found != null);
  return values && readAccess(element.name, values);
}

function readAccess(name: string, values: Readonly<Record<string, unknown>>): Access {
  const audience = AUDIENCES.find((known) => known === values['audience']);
  if (!audience) throw new Error(`@access on ${name} names an unknown audience: ${String(values['audience'])}`);
  return {
    audience,
    scopes: typeof values['scope'] === 'string' ? [values['scope']] : [],
    ...(values['subject'] === false ? { notSubject: true } : {}),
  };
}
