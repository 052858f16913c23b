import '../../../../src/config/graphqlInProduction.ts';
import { parse } from 'graphql';
import { readSupergraph } from '../../supergraph/readSupergraph.ts';
import { operationOf } from '../Operation.ts';
import { Planner } from '../Planner.ts';
import { PlanError } from '../PlanError.ts';
import type { PlannerReply, PlannerRequest } from './plannerMessages.ts';

/*
 * The program of the planner's process: it plans one operation after the other, and ends with the process that started it.
 */

let planner: Planner | undefined;

process.on('message', (request: PlannerRequest) => {
  if ('supergraphSdl' in request) {
    planner = new Planner(readSupergraph(request.supergraphSdl));
    reply({ isReady: true });
    return;
  }
  reply(answerTo(request));
});
process.on('disconnect', () => process.exit());

function answerTo({ id, question, choice }: Exclude<PlannerRequest, { supergraphSdl: string }>): PlannerReply {
  const { text, operationName, deciding, share } = question;
  if (!planner) return { id, problem: 'No graph is known' };
  try {
    const operation = operationOf(parse(text, { noLocation: true }), operationName);
    return { id, plan: planner.plan(operation, deciding, { choice, share }) };
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return { id, problem: error.problem };
  }
}

function reply(answer: PlannerReply): void {
  process.send?.(answer);
}
