import { Kind, parse, print, type FieldDefinitionNode, type ObjectTypeDefinitionNode } from 'graphql';

const FACT = 'CreditFact';

/**
 * Writes a reference to every fact type of other departments, so that a field of type `CreditFact` can return any of them: the key is
 * known here, everything else is asked of the owner. `@access` comes along from the owner.
 *
 * @param sdls - the SDL of all other departments
 * @returns SDL; empty where there are no facts
 */
export function factReferences(sdls: readonly string[]): string {
  const types = sdls.flatMap((sdl) =>
    parse(sdl).definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION && isFact(node)),
  ) as ObjectTypeDefinitionNode[];
  return types.map(referenceTo).join('\n\n');
}

function isFact(node: ObjectTypeDefinitionNode): boolean {
  const keys = node.directives?.filter(({ name }) => name.value === 'key') ?? [];
  return keys.length > 0 && (node.interfaces?.some(({ name }) => name.value === FACT) ?? false);
}

function referenceTo({ name, directives, fields = [], description }: ObjectTypeDefinitionNode): string {
  const access = directives?.filter((directive) => directive.name.value === 'access').map(print) ?? [];
  const own = fields.filter((field) => ENVELOPE.has(field.name.value)).map(fieldOf);
  return [
    ...(description === undefined ? [] : [print(description)]),
    `type ${name.value} implements ${FACT} @key(fields: "id", resolvable: false) ${access.join(' ')} {`,
    ...own.map((line) => `  ${line}`),
    '}',
  ].join('\n');
}

/** Fields of `interface CreditFact`. */
const ENVELOPE: ReadonlySet<string> = new Set(['id', 'subject', 'decidedOn', 'record']);

function fieldOf({ name, type, description }: FieldDefinitionNode): string {
  const external = name.value === 'id' ? '' : ' @external';
  const words = description === undefined ? '' : `${print(description)} `;
  return `${words}${name.value}: ${print(type)}${external}`;
}
