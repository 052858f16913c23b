import type { GraphQLResolveInfo } from 'graphql';
import type { FactCollection } from '../data/FactCollection.ts';
import type { FactDocumentBase, RecordDocument } from '../data/FactDocument.ts';
import type { Field, Personal } from '../data/fields/Field.ts';
import { factById } from '../data/readFacts.ts';
import { maskAddress, maskIdNumber, maskPersonName, maskPhone } from '../values/masks.ts';
import { subjectCodesView, type SubjectCodesView } from './subjectCodesView.ts';
import type { SubgraphContext } from './context.ts';

/** The envelope as `FactRecord` resolves it. */
export type RecordView = Omit<Partial<RecordDocument>, 'subjectCodes'> & {
  readonly subjectCodes: SubjectCodesView | null;
  readonly catalogueKind: number;
  readonly supersedes: string | null;
};

/** Resolvers that every fact type has. */
export interface FactResolvers {
  readonly id: (fact: FactDocumentBase) => string;
  readonly subject: (fact: FactDocumentBase) => { readonly __typename: 'Enterprise'; readonly uscc: string } | null;
  readonly record: (
    fact: Pick<FactDocumentBase, '_id'> & Partial<FactDocumentBase>,
    args: unknown,
    context: SubgraphContext,
  ) => RecordView | null;
  readonly __resolveReference: (
    reference: { readonly id: string },
    context: SubgraphContext,
    info: GraphQLResolveInfo,
  ) => Promise<FactDocumentBase | null>;
}

/**
 * Gives the resolvers of a fact's type that follow from its declaration: id, subject, envelope, reference, and the
 * masks of personal fields, on every path since they sit on the type.
 *
 * @param collection - the declaration
 */
export function factResolvers(collection: FactCollection): FactResolvers {
  return {
    ...personalResolvers(collection),
    id: ({ _id }) => _id,
    subject: ({ subjectUscc }) => (subjectUscc === undefined ? null : { __typename: 'Enterprise', uscc: subjectUscc }),
    record: recordResolver(collection),
    __resolveReference: ({ id }, context, info) => factById(collection, id, context, info),
  };
}

/**
 * Resolves the envelope; a natural person's name is masked for all but the owning department.
 *
 * @param collection - the declaration
 */
export function recordResolver(collection: FactCollection): FactResolvers['record'] {
  return (fact, _args, { caller }) => {
    // A projection may have left parts out, so nothing but the selected parts can be relied on.
    const record: Partial<RecordDocument> | undefined = fact.record;
    // The subject of a fact may be a code alone: an enterprise that nobody registered, or that the caller may not see.
    if (record === undefined) return null;
    const { revision = 1, subjectName } = record;
    const isPerson = record.subjectCategory === 'NATURAL_PERSON' && caller.department !== collection.department;
    return {
      ...record,
      disputed: record.disputed ?? false,
      litigated: record.litigated ?? false,
      qualityFlags: record.qualityFlags ?? [],
      ...(isPerson && subjectName !== undefined ? { subjectName: maskPersonName(subjectName) } : {}),
      subjectCodes: subjectCodesView(record.subjectCodes),
      catalogueKind: collection.catalogueKind,
      supersedes: revision > 1 ? `${fact._id}@${revision - 1}` : null,
    };
  };
}

const MASKS: Readonly<Record<Personal, (value: string) => string | null>> = {
  PERSON_NAME: maskPersonName,
  ID_NUMBER: () => null,
  PHONE: maskPhone,
  ADDRESS: maskAddress,
};

/**
 * Gives a resolver for each field that holds personal data: raw for the owning department, masked for everybody else.
 * An ID number's birth date is shown to nobody, the owner included (domain section 16).
 *
 * @param collection - the declaration
 */
export function personalResolvers(collection: FactCollection): Record<string, unknown> {
  const personal = Object.entries(collection.fields).filter(([, field]) => field.personal !== undefined);
  return Object.fromEntries(personal.map(([name, field]) => [name, personalResolver(collection, name, field)]));
}

function personalResolver(collection: FactCollection, name: string, { personal }: Field) {
  const mask = personal === undefined ? undefined : MASKS[personal];
  return (fact: Readonly<Record<string, unknown>>, _args: unknown, { caller }: SubgraphContext): unknown => {
    const value = fact[name];
    if (typeof value !== 'string' || mask === undefined) return value;
    if (caller.department !== collection.department) return mask(value);
    return personal === 'ID_NUMBER' ? maskIdNumber(value, 'INTERNAL') : value;
  };
}
