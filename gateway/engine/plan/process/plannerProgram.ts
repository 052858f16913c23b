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
  const { text, operationName, deciding } = request.question;
  try {
    planner?.plan(operationOf(parse(text), operationName), deciding);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
  }
  reply({ id: request.id });
});
process.on('disconnect', () => process.exit());

function reply(answer: PlannerReply): void {
  process.send?.(answer);
}
