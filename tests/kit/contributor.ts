import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { noteSubjects } from '../../src/audit/noteSubjects.ts';
import { projectRoot } from '../../src/config/projectRoot.ts';
import { guardSchema } from '../../src/policy/guardSchema.ts';
import { SHARED_SDL_FILES } from '../../src/subgraph/sharedSdl.ts';
import type { SubgraphDefinition } from '../../src/subgraph/Subgraph.ts';

const OWN = `
  extend type Enterprise @key(fields: "uscc") @access(audience: OPEN) {
    uscc: USCC!
  }
  extend type Commitment @key(fields: "id") @access(audience: OPEN) {
    id: ID!
    "核查意见。"
    finding: String @access(audience: OPEN)
    "核查人员。"
    inspector: String @access(audience: OPEN)
    "内部评语。"
    appraisal: String @access(audience: INTERNAL)
  }
`;

/** A department without facts of its own, which adds fields to those of another; it knows no more of them than their ids. */
export function contributor(): SubgraphDefinition {
  const shared = SHARED_SDL_FILES.map((file) => readFileSync(join(projectRoot(), 'schema', file), 'utf8'));
  const sdl = [...shared, OWN].join('\n');
  const resolvers = { Commitment: { finding: () => '核查属实', inspector: () => '甲', appraisal: () => '乙' } };
  return {
    ...{ name: 'inspection', title: '核查办', sdl, collections: {}, followers: [], duties: [], indexes: {} },
    schema: guardSchema(noteSubjects(buildSubgraphSchema({ typeDefs: parse(sdl), resolvers }))),
  };
}
