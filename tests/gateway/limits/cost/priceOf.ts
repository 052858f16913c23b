import { parse } from 'graphql';
import { Pricer, type Price } from '../../../../gateway/limits/cost/Pricer.ts';

/** A small graph with every kind of declaration that prices follow. */
export const TOY_GRAPH = `
  directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION

  type Query {
    enterprise(uscc: String!): Enterprise
    enterprises(first: Int = 20, name: String @cost(weight: 3)): EnterpriseConnection
      @listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)
    byUscc(usccs: [String!]!): [Enterprise] @listSize(assumedSize: 100)
    links(orgCodes: [String!]! = [], names: [String!]! = []): [Enterprise!] @listSize(assumedSize: 1000)
    latest(first: Int, last: Int = 5): [Fact] @listSize(slicingArguments: ["first", "last"], requireOneSlicingArgument: false)
    fact: Fact
    anything: [Enterprise]
    search(text: String!): [Hit!] @listSize(assumedSize: 5)
  }
  type Mutation { rename(name: String!): Enterprise }
  type EnterpriseConnection { nodes: [Enterprise!]! edges: [EnterpriseEdge!]! pageInfo: PageInfo! totalCount: Int @cost(weight: 4) }
  type EnterpriseEdge { cursor: String! node: Enterprise }
  type PageInfo { hasNextPage: Boolean! }
  type Enterprise {
    uscc: String!
    name: String
    formerNames: [String!] @listSize(assumedSize: 2)
    officers: [Officer!] @listSize(assumedSize: 5)
    report: Report @cost(weight: 7)
    facts(first: Int = 20): [Fact] @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)
  }
  type Officer { name: String }
  type Report { text: String }
  type Hit @cost(weight: 10) { score: Float enterprise: Enterprise }
  interface Fact { id: ID! subject: Enterprise }
  type Penalty implements Fact { id: ID! subject: Enterprise fines: [Fine!] @listSize(assumedSize: 3) }
  type Permit implements Fact { id: ID! subject: Enterprise licence: Report }
  type Fine { amount: String }
`;

const pricer = new Pricer(TOY_GRAPH);

/**
 * Prices an operation over the small graph.
 *
 * @param query - its text
 * @param variables - as they are sent
 * @throws Error where the variables are wrong
 */
export function priceOf(query: string, variables: Readonly<Record<string, unknown>> = {}): Price {
  const price = pricer.priceOf({ document: parse(query), operationName: undefined, variables });
  if (!price) throw new Error('The variables are wrong.');
  return price;
}
