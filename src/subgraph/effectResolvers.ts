import type { GraphQLResolveInfo } from 'graphql';
import { AppError } from '../errors/AppError.ts';
import { endPublicity, restorePublicity, type PublicityEnd } from '../data/endPublicity.ts';
import type { FactCollection } from '../data/FactCollection.ts';
import { markDispute, type Dispute } from '../data/markDispute.ts';
import { factById } from '../data/readFacts.ts';
import type { EffectAcknowledgement } from '../data/writeEffect.ts';
import type { SubgraphContext } from './context.ts';

interface FactArguments {
  readonly factType: string;
  readonly fact: string;
}

type Effect<Asked> = (
  parent: unknown,
  asked: Asked & FactArguments,
  context: SubgraphContext,
) => Promise<EffectAcknowledgement>;

/** Resolvers of what the kernel offers for every department that owns facts. */
export interface DerivedResolvers {
  readonly Query: Readonly<Record<string, unknown>>;
  readonly Mutation: Readonly<Record<string, unknown>>;
}

/**
 * Gives the resolvers of what `effectSdl` writes.
 *
 * @param department - name of the department
 * @param collections - what it owns
 */
export function effectResolvers(department: string, collections: readonly FactCollection[]): DerivedResolvers {
  const facts = new Map(collections.filter(({ kind }) => kind === 'FACT').map((one) => [one.type, one]));
  if (facts.size === 0) return { Query: {}, Mutation: {} };
  const collectionOf = (type: string): FactCollection => {
    const collection = facts.get(type);
    if (collection === undefined) throw new AppError('FACT_UNKNOWN', { type });
    return collection;
  };
  const end: Effect<PublicityEnd> = async (_, { factType, fact, ...asked }, context) =>
    endPublicity(collectionOf(factType), fact, asked, context);
  const restore: Effect<Pick<PublicityEnd, 'decision'>> = async (_, { factType, fact, decision }, context) =>
    restorePublicity(collectionOf(factType), fact, decision, context);
  const mark: Effect<Dispute> = async (_, { factType, fact, ...asked }, context) =>
    markDispute(collectionOf(factType), fact, asked, context);
  return {
    Query: { [`${department}Fact`]: factOfType(facts) },
    Mutation: {
      [`${department}EndPublicity`]: end,
      [`${department}RestorePublicity`]: restore,
      [`${department}MarkDispute`]: mark,
    },
  };
}

/** Reads like every other door: by the visibility rule, and only of types that the caller may use. */
function factOfType(facts: ReadonlyMap<string, FactCollection>) {
  return async (
    _parent: unknown,
    { factType, id }: { readonly factType: string; readonly id: string },
    context: SubgraphContext,
    info: GraphQLResolveInfo,
  ): Promise<object | null> => {
    const collection = facts.get(factType);
    const fact = collection === undefined ? null : await factById(collection, id, context, info);
    return fact === null ? null : { ...fact, __typename: factType };
  };
}
