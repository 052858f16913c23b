import type { GatewayContext } from '../../../gateway/GatewayContext.ts';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { newRun, type Run } from './Failure.ts';

/** Which run a context belongs to. */
const runs = new WeakMap<GatewayContext['request'], Run>();

/**
 * A context as the gateway makes one per request.
 *
 * @param run - what the departments find out by it
 */
export function contextOf(run: Run): GatewayContext {
  const request: GatewayContext['request'] = {
    caller: ANONYMOUS,
    requestId: 'request',
    now: new Date(0),
    locale: 'en',
  };
  runs.set(request, run);
  return { request, reply: { isFormatted: false } };
}

/**
 * The run that a context was made for.
 *
 * @param context - as a transport gets it
 */
export function runOf(context: GatewayContext): Run {
  return runs.get(context.request) ?? newRun();
}
