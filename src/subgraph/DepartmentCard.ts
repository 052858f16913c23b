import { isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { FactCollection } from '../data/FactCollection.ts';
import { contributedFields } from '../policy/entity.ts';
import { ownTypes, type CompositeType } from '../policy/ownTypes.ts';
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
  /** Fields that it adds to types of other departments, by type, and who may use each of them. */
  readonly contributed: ReadonlyMap<string, ReadonlyMap<string, Access>>;
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
  return { name, title, factTypes, contributed: contributedBy(schema), ...(lists === undefined ? {} : { lists }) };
}

function factTypeCard(schema: GraphQLSchema, { type, kind }: Pick<FactCollection, 'type' | 'kind'>): FactTypeCard {
  const declared = schema.getType(type);
  if (!isObjectType(declared)) throw new Error(`${type} is no type of its department`);
  const access = declaredAccess(schema, declared) ?? OPEN_ACCESS;
  return { type, kind, access, fields: accessOfFields(schema, declared, Object.values(declared.getFields())) };
}

function contributedBy(schema: GraphQLSchema): DepartmentCard['contributed'] {
  const types = ownTypes(schema).map((type) => [type, contributedFields(type)] as const);
  const contributing = types.filter(([, fields]) => fields.length > 0);
  return new Map(contributing.map(([type, fields]) => [type.name, accessOfFields(schema, type, fields)]));
}

function accessOfFields(
  schema: GraphQLSchema,
  type: CompositeType,
  fields: readonly GraphQLField<unknown, unknown>[],
): ReadonlyMap<string, Access> {
  const access = declaredAccess(schema, type) ?? OPEN_ACCESS;
  return new Map(
    fields.map((field) => [field.name, strictest([access, declaredAccess(schema, field) ?? OPEN_ACCESS])]),
  );
}
