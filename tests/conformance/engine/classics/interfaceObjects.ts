import { LINK, type Classic } from './Classic.ts';

const self = (one: object): object => one;
const resolveType = (one: { __typename: string }): string => one.__typename;

interface Agent {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
}

/** The concrete agent behind a reference to the interface. */
const agent = ({ id }: Agent): object => ({ __typename: id.startsWith('h') ? 'Human' : 'Robot', id });

const AGENTS = `interface Agent @key(fields: "id") { id: ID! name: String }
  interface Aged { age: Int }
  type Human implements Agent & Aged @key(fields: "id") { id: ID! name: String age: Int }
  type Robot implements Agent @key(fields: "id") { id: ID! name: String volts: Int }`;

const agents = {
  Agent: {
    __resolveType: resolveType,
    __resolveReference: (one: Agent) => (one.id === 'stranger' ? null : agent(one)),
  },
  Aged: { __resolveType: resolveType },
  Human: { __resolveReference: self, name: ({ id }: Agent) => `human ${id}`, age: () => 40 },
  Robot: { __resolveReference: self, name: ({ id }: Agent) => `robot ${id}`, volts: () => 12 },
};

/** Interfaces that another department extends without knowing their members. */
export const interfaceObjects: readonly Classic[] = [
  {
    name: 'an interface object',
    subgraphs: [
      {
        name: 'agents',
        sdl: `${LINK} type Query { agents: [Agent] human: Human } ${AGENTS}`,
        resolvers: {
          Query: { agents: () => [agent({ id: 'h1' }), null, agent({ id: 'r1' })], human: () => ({ id: 'h2' }) },
          ...agents,
        },
      },
      {
        name: 'mail',
        sdl: `${LINK} type Query { senders: [Agent!] anyone: Agent stranger: Agent } type Agent @interfaceObject @key(fields: "id") { id: ID! name: String @external email: String
          greeting: String @requires(fields: "name") friend: Agent }`,
        resolvers: {
          Query: {
            senders: () => [{ id: 'r2' }, { id: 'h3' }],
            anyone: () => ({ id: 'h4' }),
            stranger: () => ({ id: 'stranger' }),
          },
          Agent: {
            __resolveReference: self,
            email: ({ id }: Agent) => `${id}@mail`,
            greeting: ({ name }: Agent) => `hello ${name ?? 'nobody'}`,
            friend: ({ id }: Agent) => ({ id: id === 'r1' ? 'h9' : 'r9' }),
          },
        },
      },
      {
        name: 'phones',
        sdl: `${LINK} type Agent @interfaceObject @key(fields: "id") { id: ID! email: String @external phone: String @requires(fields: "email") }`,
        resolvers: {
          Agent: { __resolveReference: self, phone: ({ email }: Agent) => `phone of ${email ?? 'nobody'}` },
        },
      },
    ],
    questions: [
      {
        document: '{ agents { email __typename } human { email age } }',
        data: {
          agents: [{ email: 'h1@mail', __typename: 'Human' }, null, { email: 'r1@mail', __typename: 'Robot' }],
          human: { email: 'h2@mail', age: 40 },
        },
      },
      {
        document: '{ senders { email id } }',
        data: {
          senders: [
            { email: 'r2@mail', id: 'r2' },
            { email: 'h3@mail', id: 'h3' },
          ],
        },
      },
      {
        document: '{ senders { __typename name } anyone { kind: __typename } }',
        data: {
          senders: [
            { __typename: 'Robot', name: 'robot r2' },
            { __typename: 'Human', name: 'human h3' },
          ],
          anyone: { kind: 'Human' },
        },
      },
      {
        document: '{ senders { ... on Human { age email } ... on Robot { volts } } }',
        data: { senders: [{ volts: 12 }, { age: 40, email: 'h3@mail' }] },
      },
      {
        document: '{ agents { greeting phone } senders { phone greeting } }',
        data: {
          agents: [
            { greeting: 'hello human h1', phone: 'phone of h1@mail' },
            null,
            { greeting: 'hello robot r1', phone: 'phone of r1@mail' },
          ],
          senders: [
            { phone: 'phone of r2@mail', greeting: 'hello robot r2' },
            { phone: 'phone of h3@mail', greeting: 'hello human h3' },
          ],
        },
      },
      {
        document: '{ agents { friend { name friend { __typename email ... on Robot { volts } } } } }',
        data: {
          agents: [
            { friend: { name: 'robot r9', friend: { __typename: 'Robot', email: 'r9@mail', volts: 12 } } },
            null,
            { friend: { name: 'human h9', friend: { __typename: 'Robot', email: 'r9@mail', volts: 12 } } },
          ],
        },
      },
      {
        document: '{ human { friend { ... on Agent { id } ... on Robot { phone } } greeting } }',
        data: { human: { friend: { id: 'r9', phone: 'phone of r9@mail' }, greeting: 'hello human h2' } },
        difference: 'the type of an interface object is not asked for',
      },
      {
        document: '{ human { email ... on Agent { __typename email } } }',
        data: { human: { email: 'h2@mail', __typename: 'Human' } },
        difference: 'the type of an object to which an interface object adds fields',
      },
      {
        document: '{ stranger { email } }',
        data: { stranger: { email: 'stranger@mail' } },
      },
      {
        document: '{ stranger { email ... on Human { __typename } } }',
        data: { stranger: null },
        errors: ['stranger'],
        difference: 'the type of an interface object that its department does not know',
      },
      {
        document: '{ anyone { id ... on Aged { age } } }',
        data: { anyone: { id: 'h4', age: 40 } },
        difference: 'no plan for the type of an interface object',
      },
    ],
  },
  {
    name: 'an interface object that cannot be resolved again',
    subgraphs: [
      {
        name: 'agents',
        sdl: `${LINK} type Query { agents: [Agent] } ${AGENTS}`,
        resolvers: { Query: { agents: () => [agent({ id: 'h1' }), agent({ id: 'r1' })] }, ...agents },
      },
      {
        name: 'chats',
        sdl: `${LINK} type Query { chat: Chat } type Chat { author: Agent! } type Agent @interfaceObject @key(fields: "id", resolvable: false) { id: ID! }`,
        resolvers: { Query: { chat: () => ({ author: { id: 'r7' } }) } },
      },
    ],
    questions: [
      { document: '{ chat { author { id } } }', data: { chat: { author: { id: 'r7' } } } },
      { document: '{ chat { author { name id } } }', data: { chat: { author: { name: 'robot r7', id: 'r7' } } } },
      {
        document: '{ chat { author { __typename ... on Robot { volts } } } agents { __typename } }',
        data: {
          chat: { author: { __typename: 'Robot', volts: 12 } },
          agents: [{ __typename: 'Human' }, { __typename: 'Robot' }],
        },
      },
    ],
  },
  {
    name: 'two interface objects of one department',
    subgraphs: [
      {
        name: 'agents',
        sdl: `${LINK} type Query { human: Human } type Mutation { hire: Tenant }
          interface Agent @key(fields: "id") { id: ID! } interface Tenant @key(fields: "id") { id: ID! }
          type Human implements Agent & Tenant @key(fields: "id") { id: ID! }`,
        resolvers: {
          Query: { human: () => ({ id: 'h1' }) },
          Mutation: { hire: () => ({ id: 'h2' }) },
          Agent: { __resolveType: () => 'Human', __resolveReference: agent },
          Tenant: { __resolveType: () => 'Human', __resolveReference: agent },
          Human: { __resolveReference: self },
        },
      },
      {
        name: 'records',
        sdl: `${LINK} type Agent @interfaceObject @key(fields: "id") { id: ID! email: String }
          type Tenant @interfaceObject @key(fields: "id") { id: ID! rent: Int }`,
        resolvers: {
          Agent: { __resolveReference: self, email: ({ id }: Agent) => `${id}@mail` },
          Tenant: { __resolveReference: self, rent: () => 7 },
        },
      },
    ],
    questions: [
      { document: '{ human { rent } }', data: { human: { rent: 7 } } },
      {
        document: '{ human { email rent } }',
        data: { human: { email: 'h1@mail', rent: 7 } },
        difference: 'no plan for what an interface object adds, beside another interface',
      },
      { document: 'mutation { hire { id rent } }', data: { hire: { id: 'h2', rent: 7 } } },
      {
        document: 'mutation { hire @skip(if: true) { rent ... on Agent { email } } }',
        data: {},
        difference: 'no plan for a mutation to whose result two interface objects add fields',
      },
    ],
  },
  {
    name: 'an interface object of which callers do not see the type',
    subgraphs: [
      {
        name: 'agents',
        sdl: `${LINK} type Query { human: Human } interface Agent @key(fields: "id") { id: ID! } type Human implements Agent @key(fields: "id") { id: ID! }
          type Robot implements Agent @key(fields: "id") @inaccessible { id: ID! }`,
        resolvers: {
          Query: { human: () => ({ id: 'h1' }) },
          Agent: { __resolveType: resolveType, __resolveReference: agent },
          Human: { __resolveReference: self },
          Robot: { __resolveReference: self },
        },
      },
      {
        name: 'mail',
        sdl: `${LINK} type Query { senders: [Agent] } type Agent @interfaceObject @key(fields: "id") { id: ID! email: String }`,
        resolvers: {
          Query: { senders: () => [{ id: 'h1' }, { id: 'r1' }] },
          Agent: { __resolveReference: self, email: ({ id }: Agent) => `${id}@mail` },
        },
      },
    ],
    questions: [
      {
        document: '{ senders { email } }',
        data: { senders: [{ email: 'h1@mail' }, null] },
        errors: ['senders.1'],
        difference: 'an object of a hidden type, behind an interface object',
      },
    ],
  },
];
