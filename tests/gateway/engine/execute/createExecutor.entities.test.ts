import { openSmallGraph } from '../../../kit/openSmallGraph.ts';

const people: Readonly<Record<string, { id: string; login: string; org: { id: string } }>> = {
  1: { id: '1', login: 'ann', org: { id: 'o1' } },
  2: { id: '2', login: 'bob', org: { id: 'o2' } },
};

const accounts = {
  sdl: `
    type Query { me: User users: [User!]! grid: [[User]] }
    type User @key(fields: "id") @key(fields: "org { id } login") { id: ID! login: String! org: Org! }
    type Org @shareable { id: ID! }`,
  resolvers: {
    Query: {
      me: () => people[1],
      users: () => [people[1], people[2], people[1]],
      grid: () => [[people[2], null], [people[1]], null],
    },
    User: {
      __resolveReference: ({ id, login }: { id?: string; login?: string }) =>
        Object.values(people).find((person) => person.id === id || person.login === login),
    },
  },
};
const badges = {
  sdl: `
    type User @key(fields: "org { id } login") { org: Org! login: String! badge: Badge! friends: [User!] }
    type Org @shareable { id: ID! }
    type Badge { label: String! owner: User }`,
  resolvers: {
    User: {
      badge: (user: { org: { id: string }; login: string }) => ({ label: `${user.org.id}/${user.login}`, owner: user }),
      friends: () => [people[2], people[1]],
    },
  },
};
const posts = {
  sdl: `
    type User @key(fields: "id") { id: ID! posts(first: Int = 2): [Post!]! }
    type Post { title: String! by: User! }`,
  resolvers: {
    User: {
      posts: ({ id }: { id: string }, { first }: { first: number }) =>
        Array.from({ length: first }, (_, n) => ({ title: `${id}-${n}`, by: { id } })),
    },
  },
};
/** The kinds of all nodes of a plan. */
const kindsOf = (plan: unknown): readonly string[] =>
  [...JSON.stringify(plan).matchAll(/"kind":"(\w+)"/g)].map(([, kind = '']) => kind);

const graph = openSmallGraph({ accounts, badges, posts });

describe('the executor joins entities', () => {
  it('by a single key, with arguments and aliases', async () => {
    const query = '{ me { name: login last: posts(first: 1) { title } posts { title } } }';
    const answer = await graph.ask(query);
    expect(answer).toEqual({
      data: { me: { name: 'ann', last: [{ title: '1-0' }], posts: [{ title: '1-0' }, { title: '1-1' }] } },
      errors: [],
    });
    expect(await graph.askApollo(query)).toEqual(answer);
  });

  it('by a compound key that is nested', async () => {
    expect(await graph.ask('{ me { badge { label } } }')).toEqual({
      data: { me: { badge: { label: 'o1/ann' } } },
      errors: [],
    });
    expect(graph.represented).toEqual([{ __typename: 'User', org: { id: 'o1' }, login: 'ann' }]);
  });

  it('that have several keys, going from one to the other', async () => {
    const query = '{ me { posts(first: 1) { by { badge { label owner { id posts(first: 1) { title } } } } } } }';
    const answer = await graph.ask(query);
    const badge = { label: 'o1/ann', owner: { id: '1', posts: [{ title: '1-0' }] } };
    expect(answer).toEqual({ data: { me: { posts: [{ by: { badge } }] } }, errors: [] });
    expect(await graph.askApollo(query)).toEqual(answer);
  });

  it('in a list, each asked for once however often it occurs', async () => {
    const { data } = await graph.ask('{ users { id badge { label } } }');
    const [ann, bob] = [
      { id: '1', badge: { label: 'o1/ann' } },
      { id: '2', badge: { label: 'o2/bob' } },
    ];
    expect(data).toEqual({ users: [ann, bob, ann] });
    expect(graph.represented).toHaveLength(2);
  });

  it('in lists of lists with holes', async () => {
    const query = '{ grid { login badge { label } } }';
    const answer = await graph.ask(query);
    const bob = { login: 'bob', badge: { label: 'o2/bob' } };
    const ann = { login: 'ann', badge: { label: 'o1/ann' } };
    expect(answer).toEqual({ data: { grid: [[bob, null], [ann], null] }, errors: [] });
    expect(await graph.askApollo(query)).toEqual(answer);
  });

  it('at several places in one fetch', async () => {
    const query = '{ me { posts(first: 1) { title } } users { posts(first: 1) { title } } }';
    const answer = await graph.ask(query);
    const of = (id: string) => ({ posts: [{ title: `${id}-0` }] });
    expect(answer).toEqual({ data: { me: of('1'), users: [of('1'), of('2'), of('1')] }, errors: [] });
    expect(graph.asked).toHaveLength(2);
    expect(graph.represented).toHaveLength(2);
    expect(await graph.askApollo(query)).toEqual(answer);
    expect(kindsOf(graph.plan())).toContain('BatchFetch');
  });

  it('whose later fields differ although the entity is the same', async () => {
    const query = `{ users { posts(first: 1) { by { a: posts(first: 1) { title } } } }
      me { posts(first: 1) { by { a: posts(first: 2) { title } } } } }`;
    const answer = await graph.ask(query);
    const short = (id: string) => ({ posts: [{ by: { a: [{ title: `${id}-0` }] } }] });
    const long = { posts: [{ by: { a: [{ title: '1-0' }, { title: '1-1' }] } }] };
    expect(answer).toEqual({ data: { users: [short('1'), short('2'), short('1')], me: long }, errors: [] });
  });

  it('without telling the caller of keys that it did not ask for, in the order in which it asked', async () => {
    const { data } = await graph.ask('{ me { posts(first: 1) { title } login badge { label } } }');
    expect(JSON.stringify(data)).toBe('{"me":{"posts":[{"title":"1-0"}],"login":"ann","badge":{"label":"o1/ann"}}}');
  });
});
