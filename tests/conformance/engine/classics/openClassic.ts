import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { parse, validate, type ExecutionResult } from 'graphql';
import type { PlannerProcess } from '../../../../gateway/engine/plan/process/PlannerProcess.ts';
import type { Transport } from '../../../../gateway/transport/Transport.ts';
import { answerFetch } from '../answerFetch.ts';
import { apolloContestant } from '../apolloContestant.ts';
import { newRun } from '../Failure.ts';
import { ownContestant } from '../ownContestant.ts';
import type { Classic, ClassicQuestion } from './Classic.ts';

type Modules = Parameters<typeof buildSubgraphSchema>[0];

/** A classic with both engines over it. */
export interface OpenedClassic {
  own(question: ClassicQuestion): Promise<ExecutionResult>;
  apollo(question: ClassicQuestion): Promise<ExecutionResult>;
  close(): Promise<void>;
}

/**
 * Composes a classic and opens both engines over it.
 *
 * @param classic - schemas and resolvers
 * @param planner - of the own engine
 * @throws Error where it does not compose, or a document is not valid
 */
export async function openClassic(classic: Classic, planner: PlannerProcess): Promise<OpenedClassic> {
  const services = classic.subgraphs.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: `http://${name}` }));
  const { errors, supergraphSdl } = composeServices(services);
  if (errors || !supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  const schemas = classic.subgraphs.map(({ resolvers }, at) =>
    buildSubgraphSchema({ typeDefs: services[at]?.typeDefs, resolvers } as Modules),
  );
  const transportOf = (name: string): Transport => {
    const at = classic.subgraphs.findIndex((subgraph) => subgraph.name === name);
    const schema = schemas[at];
    if (!schema) throw new Error(`There is no ${name}`);
    if (classic.subgraphs[at]?.isSilent) return { fetch: async () => Promise.resolve({ data: null }) };
    return { fetch: (fetch) => answerFetch(schema, at, fetch, newRun()) as ReturnType<Transport['fetch']> };
  };
  const own = ownContestant(supergraphSdl, transportOf, planner);
  const apollo = await apolloContestant(supergraphSdl, transportOf);
  const asked = ({ document: text, variables = {} }: ClassicQuestion) => {
    const document = parse(text, { noLocation: true });
    const [problem] = validate(own.apiSchema, document);
    if (problem) throw problem;
    return { document, text, operationName: undefined, variables };
  };
  return {
    own: (question) => own.ask(asked(question), newRun()),
    apollo: (question) => apollo.ask(asked(question), newRun()),
    close: () => apollo.stop(),
  };
}
