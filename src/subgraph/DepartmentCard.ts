import { isObjectType, type GraphQLSchema } from 'graphql';
import type { FactCollection } from '../data/FactCollection.ts';
import { OPEN_ACCESS, strictest, type Access } from '../policy/Access.ts';
import { declaredAccess } from '../policy/declaredAccess.ts';
import type { ListRules } from './ListRules.ts';
import type { SubgraphDefinition } from './Subgraph.ts';

/** What departments know of each other: by declaration, not by data. */
export interface DepartmentCard {
  /** Spelt like its folder. */
  readonly name: string;
  /** Its Chinese title. */
  readonly title: string;
  readonly factTypes: readonly FactTypeCard[];
  /** The red and black lists that it defines over the facts of all departments; absent where it defines none. */
  readonly lists?: ListRules;
}

/** A fact type of a department, and who may use it. */
export interface FactTypeCard {
  readonly type: string;
  /** `SUBJECT` where its rows are the enterprises themselves. */
  readonly kind: FactCollection['kind'];
  readonly access: Access;
  /** Who may use each of its fields; a stored value that is none of them is shown nowhere. */
  readonly fields: ReadonlyMap<string, Access>;
}

/**
 * Writes the card of a department.
 *
 * @param definition - the department
 */
export function departmentCard({ name, title, schema, collections, lists }: SubgraphDefinition): DepartmentCard {
  const factTypes = Object.values(collections).map((collection) => factTypeCard(schema, collection));
  return { name, title, factTypes, ...(lists === undefined ? {} : { lists }) };
}

function factTypeCard(schema: GraphQLSchema, { type, kind }: Pick<FactCollection, 'type' | 'kind'>): FactTypeCard {
  const declared = schema.getType(type);
  if (!isObjectType(declared)) throw new Error(`${type} is no type of its department`);
  const access = declaredAccess(schema, declared) ?? OPEN_ACCESS;
  const fields = Object.values(declared.getFields()).map(
    (field) => [field.name, strictest([access, declaredAccess(schema, field) ?? OPEN_ACCESS])] as const,
  );
  return { type, kind, access, fields: new Map(fields) };
}
