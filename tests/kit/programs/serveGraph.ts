import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { buildSchema, graphql } from 'graphql';

// A department by itself: GraphQL over HTTP on the port that the environment names, so that it can be killed and started again.
const schema = buildSchema(`
  type Query { hello: String slow(ms: Int!): String }
  type Mutation { add: Int }
`);
let sum = 0;
const rootValue = {
  hello: () => `hello from ${process.pid}`,
  slow: async ({ ms }: { readonly ms: number }) => new Promise((resolve) => setTimeout(resolve, ms, 'at last')),
  add: () => (sum += 1),
};
const server = createServer((request, response) => {
  void text(request).then(async (body) => {
    const { query, variables } = JSON.parse(body) as { readonly query: string; readonly variables?: object };
    const result = await graphql({ schema, source: query, rootValue, variableValues: { ...variables } });
    response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
  });
});
server.listen(Number(process.env['GRAPH_PORT']), '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
