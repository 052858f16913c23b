import { parse } from 'graphql';
import { spareInterfaceObjects, withoutInterfaceObjects } from '../../../../gateway/engine/plan/interfaceObjects.ts';
import { composeSmall } from '../../../kit/openSmallGraph.ts';

const types = `interface Node @key(fields: "id") { id: ID! mark: Int } interface Titled @key(fields: "id") { id: ID! }
  type Book implements Node & Titled @key(fields: "id") { id: ID! mark: Int }`;

/** The graph of a department with some interface objects, beside the one that knows the types. */
const graphOf = (faces: string, others: Parameters<typeof composeSmall>[0] = {}) =>
  parse(
    composeSmall({
      ...others,
      books: { sdl: `type Query { book: Book } ${types}` },
      faces: { sdl: faces },
    }),
  );
const NODE = 'type Node @interfaceObject @key(fields: "id") { id: ID! next: Node }';
const TITLED = 'type Titled @interfaceObject @key(fields: "id") { id: ID! title: String }';

describe('the interface objects that a graph can do without', () => {
  it('are those of departments that have several', () => {
    expect(spareInterfaceObjects(graphOf(TITLED))).toEqual([]);
    expect(spareInterfaceObjects(graphOf(`${NODE} ${TITLED}`))).toEqual([
      { graph: 'FACES', type: 'Node', added: new Set(['next']) },
      { graph: 'FACES', type: 'Titled', added: new Set(['title']) },
    ]);
  });

  it('are none to which another field of the department leads', () => {
    const leading = 'type Node @interfaceObject @key(fields: "id") { id: ID! under: Titled }';
    expect(spareInterfaceObjects(graphOf(`${leading} ${TITLED}`)).map(({ type }) => type)).toEqual(['Node']);
  });

  it('are none that add what another department requires, and may require something themselves', () => {
    const sign = NODE.replace('next', 'mark: Int @external sign: Int @requires(fields: "mark") next');
    const spare = spareInterfaceObjects(graphOf(`${TITLED} ${sign}`));
    expect(spare.map(({ added }) => [...added].join())).toEqual(['sign,next', 'title']);
    const reader = {
      sdl: 'type Book @key(fields: "id") { id: ID! title: String @external pages: Int @requires(fields: "title") }',
    };
    expect(spareInterfaceObjects(graphOf(`${TITLED} ${NODE}`, { reader })).map(({ type }) => type)).toEqual(['Node']);
  });

  it('are left out with what nothing but them adds', () => {
    const graph = graphOf(`${NODE} ${TITLED}`);
    const [, titled] = spareInterfaceObjects(graph);
    const sdl = withoutInterfaceObjects(graph, titled ? [titled] : []);
    expect(sdl).not.toContain('title:');
    expect(sdl.match(/isInterfaceObject: true/g)).toHaveLength(1);
    expect(sdl.match(/next: Node/g)).toHaveLength(2);
    expect(sdl).toMatch(/interface Titled @join__type\(graph: BOOKS, key: "id"\) \{\n {2}id: ID!\n\}/);
  });
});
