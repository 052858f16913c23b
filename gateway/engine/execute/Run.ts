import type { GraphQLError } from 'graphql';
import type { GatewayContext } from '../../GatewayContext.ts';
import type { Data } from '../answer/Data.ts';
import type { FetchTiming } from './Executor.ts';

/** Variables by name. */
export type Variables = Readonly<Record<string, unknown>>;

/** A field that a fetch would have brought that gave no data at all: the errors of the fetch explain its absence. */
export interface LostField {
  /** Response names from the root to the field, without list indices. */
  readonly path: readonly string[];
}

/** The state of one operation while it runs. */
export interface Run {
  /** What the departments answered, merged; `undefined` until the first answer. */
  data: Data | undefined;
  readonly errors: GraphQLError[];
  readonly lost: LostField[];
  /** Variables as the caller sent them; departments coerce them again and apply defaults themselves. */
  readonly sent: Variables;
  /** Variables with defaults; conditions are decided by them. */
  readonly coerced: Variables;
  readonly context: GatewayContext;
  readonly onFetch: ((fetch: FetchTiming) => void) | undefined;
}

/** A compiled part of a plan. It ends at once, without a promise, where every department answers at once. */
export type Step = (run: Run) => Promise<void> | undefined;
