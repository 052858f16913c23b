import { annulFact, correctFact, createFact, type FactWriteResult } from '../data/changeFact.ts';
import { nounOf, type FactCollection } from '../data/FactCollection.ts';
import type { SubgraphContext } from './context.ts';

type Mutation = (parent: unknown, args: never, context: SubgraphContext) => Promise<FactWriteResult>;

interface CreateArguments {
  readonly input: Readonly<Record<string, unknown>>;
}
interface AnnulArguments {
  readonly id: string;
  readonly note: string;
  readonly expectedRevision?: number | null;
  /** Only where the mutation asks for it. */
  readonly annulledOn?: string | null;
  /** Only where the mutation asks for it. */
  readonly reason?: string | null;
}
type CorrectArguments = CreateArguments & AnnulArguments;

/**
 * Gives the three mutations by which a department's own staff write facts of a collection: `<noun>Create`,
 * `<noun>Correct` and `<noun>Annul`. They write through the same function as imports.
 *
 * @param collection - the declaration
 */
export function factMutations(collection: FactCollection): Record<string, Mutation> {
  const noun = nounOf(collection);
  return {
    [`${noun}Create`]: (_, { input }: CreateArguments, context) => createFact(collection, input, context),
    [`${noun}Correct`]: (_, { id, input, ...note }: CorrectArguments, context) =>
      correctFact(collection, id, input, note, context),
    [`${noun}Annul`]: (_, { id, ...note }: AnnulArguments, context) => annulFact(collection, id, note, context),
  };
}
