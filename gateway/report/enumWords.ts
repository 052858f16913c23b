import { Kind, parse } from 'graphql';

/** Gives the Chinese term of an enum's value; the value itself where it has none. */
export type EnumWords = (type: string, value: string) => string;

/** The Chinese term stands in brackets in every description of the schema. */
const TERM = /\(([^()]*\p{Script=Han}[^()]*)\)/u;

/**
 * Reads the Chinese terms of all enums from their descriptions, so that nobody keeps a second list of them.
 *
 * @param sdl - of the composed graph
 */
export function enumWords(sdl: string): EnumWords {
  const words = new Map<string, string>();
  for (const definition of parse(sdl, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION) continue;
    for (const { name, description } of definition.values ?? []) {
      const term = TERM.exec(description?.value ?? '')?.[1];
      if (term !== undefined) words.set(`${definition.name.value}.${name.value}`, term);
    }
  }
  return (type, value) => words.get(`${type}.${value}`) ?? value;
}
