import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { disabledPlugins } from '../../../gateway/apollo/disabledPlugins.ts';
import { FOREIGN_RESOLVERS, FOREIGN_SDL, type ForeignName } from '../foreign/foreignSubgraphs.ts';

// A foreign subgraph by itself: the port and its name come from the environment.
const name = process.env['FOREIGN_NAME'] as ForeignName;
const modules = { typeDefs: parse(FOREIGN_SDL[name]), resolvers: FOREIGN_RESOLVERS[name] };
const server = new ApolloServer({
  schema: buildSubgraphSchema(modules as Parameters<typeof buildSubgraphSchema>[0]),
  plugins: disabledPlugins(),
});
const { url } = await startStandaloneServer(server, {
  listen: { port: Number(process.env['FOREIGN_PORT']), host: '127.0.0.1' },
});
process.stdout.write(`${url}\n`);
