import { parse } from 'graphql';
import { measureDocument } from '../../../gateway/limits/measureDocument.ts';

const sizeOf = (text: string) => measureDocument(parse(text));

describe('measureDocument', () => {
  it('counts levels, aliases, directives and fields', () => {
    expect(sizeOf('query @a { one: a @skip(if: false) { b { c two: d } } e }')).toEqual({
      depth: 3,
      aliases: 2,
      directives: 2,
      fields: 5,
    });
  });

  it('writes fragments out, inline ones too', () => {
    const fragments =
      'fragment F on T { x: a { b } } fragment G on T { f1: t { ...F } f2: t { ...F } ... on T @b { ...F @c } }';
    expect(sizeOf(`{ t { ...G } } ${fragments}`)).toEqual({ depth: 4, aliases: 5, directives: 2, fields: 9 });
  });

  it('takes the greatest of several operations', () => {
    expect(sizeOf('query A { a { b { c } } } query B { x: a y: b }')).toEqual({
      depth: 3,
      aliases: 2,
      directives: 0,
      fields: 3,
    });
  });

  it('measures fragments that double each other a hundred times at once, and those that spread themselves', () => {
    const doubling = Array.from(
      { length: 100 },
      (_, at) => `fragment F${at} on T { a: t { ...F${at + 1} } b: t { ...F${at + 1} } }`,
    );
    const size = sizeOf(`{ t { ...F0 } } ${doubling.join(' ')} fragment F100 on T { c }`);
    expect(size.depth).toBe(102);
    expect(size.aliases).toBeGreaterThan(2 ** 100);
    expect(sizeOf('{ t { ...F } } fragment F on T { a ...F }')).toMatchObject({ fields: 2 });
  });

  it('is at nothing without an operation', () => {
    expect(sizeOf('fragment F on T { a }')).toEqual({ depth: 0, aliases: 0, directives: 0, fields: 0 });
  });
});
