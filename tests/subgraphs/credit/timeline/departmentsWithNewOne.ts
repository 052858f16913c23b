import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/resolverMap.js';
import { parse } from 'graphql';
import { loadDepartments } from '../../../../gateway/departments.ts';
import { guardSchema } from '../../../../src/policy/guardSchema.ts';
import { factReferences } from '../../../../src/subgraph/factReferences.ts';
import { factResolvers } from '../../../../src/subgraph/factResolvers.ts';
import { SHARED_SDL_FILES } from '../../../../src/subgraph/sharedSdl.ts';
import type { SubgraphDefinition } from '../../../../src/subgraph/Subgraph.ts';
import { DateTime, LocalDateScalar, Money, USCC } from '../../../../src/values/scalars.ts';
import { toyFacts } from '../../../src/data/toyFacts.ts';
import { ROOT } from '../../../conformance/repositoryFiles.ts';

const OWN = `
"A notice (通知)."
type Notice implements CreditFact @key(fields: "id") @access(audience: OPEN) {
  "Id (记录编号)."
  id: ID!
  "The enterprise (信用主体)."
  subject: Enterprise
  "Day (决定日期)."
  decidedOn: LocalDate
  "Number (编号)."
  number: String
  "The envelope (记录信封)."
  record: FactRecord
}
extend type Enterprise @key(fields: "uscc") @access(audience: OPEN) {
  "Code (统一社会信用代码)."
  uscc: USCC!
}
`;

/** A department that joins: made of a declaration alone, and known to nobody. */
function newDepartment(): SubgraphDefinition {
  const shared = SHARED_SDL_FILES.map((file) => readFileSync(join(ROOT, 'schema', file), 'utf8'));
  const sdl = [...shared, OWN].join('\n');
  const scalars = { USCC, LocalDate: LocalDateScalar, DateTime, Money };
  const resolvers = { ...scalars, Notice: factResolvers(toyFacts) } as object as GraphQLResolverMap<unknown>;
  const schema = guardSchema(buildSubgraphSchema({ typeDefs: parse(sdl), resolvers }));
  const collections = { [toyFacts.name]: toyFacts };
  return { name: 'toy', title: '某局', sdl, schema, collections, followers: [], duties: [], indexes: {} };
}

/** All departments of the product and one more, as loading them would give them. */
export async function departmentsWithNewOne(): Promise<readonly SubgraphDefinition[]> {
  const loaded = await Promise.all((await loadDepartments()).map(({ name }) => alone(name)));
  const all = [...loaded, newDepartment()];
  return all.map((department) => {
    const others = all.filter(({ name }) => name !== department.name).map(({ sdl }) => sdl);
    return department.withReferences?.(factReferences(others)) ?? department;
  });
}

/** A department as it declares itself, without the facts of others. */
async function alone(name: string): Promise<SubgraphDefinition> {
  const location = new URL(`../../../../subgraphs/${name}/department.ts`, import.meta.url);
  const { department } = (await import(location.href)) as { readonly department: SubgraphDefinition };
  return department;
}
