import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeSchemaContract } from '@theguild/federation-composition';
import { AUDIENCES, type Audience } from '../../src/identity/Caller.ts';
import type { AccessMap } from '../../src/policy/accessOf.ts';
import { joinLevels } from '../../src/policy/joinLevels.ts';
import { composeSupergraph, readComposition, servicesOf, type ComposedGraph, type SubgraphSource } from '../compose.ts';
import { isHidden } from './isHidden.ts';
import { tagCoordinates } from './tagCoordinates.ts';

/** What exists at the door of each audience, as SDL without directives, everything sorted by name. */
export type Contracts = Readonly<Record<Audience, string>>;

/** The composed graph, and the part of it that each audience has. */
export interface ContractedGraph extends ComposedGraph {
  readonly contracts: Contracts;
}

const HIDDEN = 'hidden';

/**
 * Joins the departments' schemas into one graph, and makes the contract of each audience from their `@access`: what is above it gets a
 * tag, and the composer leaves out what has the tag together with all that can not be reached any more.
 *
 * @param subgraphs - name and SDL of each department
 * @throws CompositionError where the departments do not fit together, or one refers to what a door does not have
 */
export function composeContracts(subgraphs: readonly SubgraphSource[]): ContractedGraph {
  const whole = composeSupergraph(subgraphs);
  const services = servicesOf(subgraphs);
  const levels = joinLevels(services.map(({ typeDefs }) => buildSubgraphSchema(typeDefs)));
  const made = new Map<string, string>([['', whole.apiSdl]]);
  const contractOf = (audience: Audience): string => {
    const hidden = hiddenFrom(levels, audience);
    // Audiences that have the same share one contract: composing takes a second of processor time.
    const key = [...hidden].join(' ');
    const contract = made.get(key) ?? contractWithout(services, hidden);
    made.set(key, contract);
    return contract;
  };
  const contracts = Object.fromEntries(AUDIENCES.map((audience) => [audience, contractOf(audience)]));
  return { ...whole, contracts: contracts as Contracts };
}

function hiddenFrom(levels: AccessMap, audience: Audience): ReadonlySet<string> {
  return new Set([...levels].flatMap(([coordinate, level]) => (isHidden(level, audience) ? [coordinate] : [])));
}

function contractWithout(services: ReturnType<typeof servicesOf>, hidden: ReadonlySet<string>): string {
  const tagged = services.map((service) => ({
    ...service,
    typeDefs: tagCoordinates(service.typeDefs, HIDDEN, (coordinate) => hidden.has(coordinate)),
  }));
  const filter = { include: new Set<string>(), exclude: new Set([HIDDEN]) };
  return readComposition(composeSchemaContract(tagged, filter)).apiSdl;
}
