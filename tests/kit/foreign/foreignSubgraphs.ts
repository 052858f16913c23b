import { GraphQLError } from 'graphql';

/** The subgraphs of a shop that has nothing to do with this product. */
export type ForeignName = 'accounts' | 'products' | 'reviews';

const LINK = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires", "@shareable", "@inaccessible"]
)`;

/** What each subgraph declares. */
export const FOREIGN_SDL: Readonly<Record<ForeignName, string>> = {
  accounts: `${LINK}
    type Query { me: User users: [User!]! }
    type Mutation { rename(id: ID!, name: String!): User }
    type User @key(fields: "id") { id: ID! name: String! }`,
  products: `${LINK}
    type Query { products: [Product!] product(upc: String!): Product }
    type Product @key(fields: "upc") { upc: String! title: String price: Int weight: Int place: Place }
    enum Place { SHOP CELLAR @inaccessible }`,
  reviews: `${LINK}
    type Query { latest: [Review!] }
    type Review @key(fields: "id") { id: ID! stars: Int! author: User product: Product }
    type User @key(fields: "id") { id: ID! reviews: [Review!] }
    type Product @key(fields: "upc") { upc: String! weight: Int @external reviews: [Review!] postage: Int @requires(fields: "weight") }`,
};

const NAMES = new Map([
  ['1', 'Ada'],
  ['2', 'Bo'],
]);
const user = (id: string) => ({ id, name: NAMES.get(id) ?? '' });
const PRODUCTS = [
  { upc: 'a', title: 'Table', price: 10, weight: 3, place: 'SHOP' },
  { upc: 'b', title: 'Chair', price: 5, weight: 1, place: 'CELLAR' },
];
const REVIEWS = [
  { id: 'r1', stars: 4, author: { id: '1' }, product: { upc: 'a' } },
  { id: 'r2', stars: 2, author: { id: '2' }, product: { upc: 'a' } },
];

/** How each subgraph answers. */
export const FOREIGN_RESOLVERS: Readonly<Record<ForeignName, object>> = {
  accounts: {
    Query: { me: () => user('1'), users: () => [...NAMES.keys()].map(user) },
    Mutation: {
      rename: (_: unknown, { id, name }: { readonly id: string; readonly name: string }) => {
        if (!NAMES.has(id))
          throw new GraphQLError('There is no such user', { extensions: { code: 'USER_UNKNOWN', id } });
        NAMES.set(id, name);
        return user(id);
      },
    },
    User: { __resolveReference: ({ id }: { readonly id: string }) => user(id) },
  },
  products: {
    Query: {
      products: () => PRODUCTS,
      product: (_: unknown, { upc }: { readonly upc: string }) => PRODUCTS.find((product) => product.upc === upc),
    },
    Product: {
      __resolveReference: ({ upc }: { readonly upc: string }) => PRODUCTS.find((product) => product.upc === upc),
    },
  },
  reviews: {
    Query: { latest: () => REVIEWS },
    User: { reviews: ({ id }: { readonly id: string }) => REVIEWS.filter(({ author }) => author.id === id) },
    Product: {
      reviews: ({ upc }: { readonly upc: string }) => REVIEWS.filter(({ product }) => product.upc === upc),
      postage: ({ weight }: { readonly weight: number }) => weight * 2,
    },
  },
};
