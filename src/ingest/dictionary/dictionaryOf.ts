import { columnsOf } from '../../data/envelopeFields.ts';
import { collectionId, type FactCollection } from '../../data/FactCollection.ts';
import type { Polarity, UsageScope } from '../../data/FactDocument.ts';
import type { Field, Personal } from '../../data/fields/Field.ts';

/** A department as the dictionary lists it. */
export interface DictionaryOwner {
  readonly name: string;
  readonly title: string;
  readonly collections: Readonly<Record<string, FactCollection>>;
}

/** One collection of the data dictionary. */
export interface DictionaryCollection {
  /** Such as `registry.changes`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly department: { readonly name: string; readonly title: string };
  /** The GraphQL type. */
  readonly type: string;
  readonly kind: FactCollection['kind'];
  /** 1-13, national basic catalogue of public credit information. */
  readonly catalogueKind: number;
  readonly usageScope: UsageScope;
  readonly polarity: Polarity;
  readonly naturalKey: readonly string[];
  /** The key where the first part of `naturalKey` is missing; null where there is none. */
  readonly naturalKeyWithout: readonly string[] | null;
  readonly columns: readonly DictionaryColumn[];
}

/** One column of a collection, in the order of its template. */
export interface DictionaryColumn {
  /** Its name in GraphQL and in files with English headers. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly aliases: readonly string[];
  readonly required: boolean;
  readonly format: string;
  /** Stored code → the labels that mean it; null where it has no code list. */
  readonly codes: Readonly<Record<string, readonly string[]>> | null;
  /** How it is masked for others than its department; null where it is no person's. */
  readonly personal: Personal | null;
}

/**
 * Makes the data dictionary from the declarations of all collections.
 *
 * @param departments - in the order in which they are listed
 */
export function dictionaryOf(departments: readonly DictionaryOwner[]): readonly DictionaryCollection[] {
  return departments.flatMap(({ name, title, collections }) =>
    Object.values(collections).map((collection) => collectionEntry({ name, title }, collection)),
  );
}

function collectionEntry(
  department: DictionaryCollection['department'],
  collection: FactCollection,
): DictionaryCollection {
  const { title, description, type, kind, catalogueKind, usageScope, polarity, naturalKey } = collection;
  return {
    name: collectionId(collection),
    title,
    description,
    department,
    type,
    kind,
    catalogueKind,
    usageScope,
    polarity,
    naturalKey,
    naturalKeyWithout: collection.naturalKeyWithout ?? null,
    columns: columnsOf(collection).map(([name, field]) => columnEntry(name, field, collection.fields[name]?.personal)),
  };
}

/** The code of a subject is nobody's secret, though its column takes citizens' numbers for judging: masks are those of the own fields. */
function columnEntry(
  name: string,
  { title, description, aliases, required, format, codes }: Field,
  personal: Personal | undefined,
): DictionaryColumn {
  const others = [...new Set(aliases)].filter((alias) => alias !== title && alias !== name);
  return {
    name,
    title,
    description,
    aliases: others,
    required,
    format,
    codes: codes ?? null,
    personal: personal ?? null,
  };
}
