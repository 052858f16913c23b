import { Kind, parse, print } from 'graphql';
import { halvesOf } from '../../../../gateway/engine/plan/halvesOf.ts';

function halves(text: string): readonly string[] {
  const [definition] = parse(text).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(text);
  return halvesOf(definition.selectionSet).map((half) => print(half).replaceAll(/\s+/g, ' '));
}

it.each([
  ['{ a b c }', ['{ a b }', '{ c }']],
  ['{ a(n: 1) { ... on T { x: b c } } }', ['{ a(n: 1) { ... on T { x: b } } }', '{ a(n: 1) { ... on T { c } } }']],
  ['{ a { b } c { d e } }', ['{ a { b } }', '{ c { d e } }']],
  ['{ a { b } }', []],
])('halves %s at the first place where several things are', (text, expected) => {
  expect(halves(text)).toEqual(expected);
});
