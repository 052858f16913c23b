import { isObjectType } from 'graphql';
import type { Access } from '../policy/Access.ts';
import { OPEN_ACCESS } from '../policy/Access.ts';
import { declaredAccess } from '../policy/declaredAccess.ts';
import type { SubgraphDefinition } from './Subgraph.ts';

/** What departments know of each other: by declaration, not by data. */
export interface DepartmentCard {
  /** Spelt like its folder. */
  readonly name: string;
  /** Its Chinese title. */
  readonly title: string;
  /** Its fact types, and who may use each. */
  readonly factTypes: readonly { readonly type: string; readonly access: Access }[];
}

/**
 * Writes the card of a department.
 *
 * @param definition - the department
 */
export function departmentCard({ name, title, schema, collections }: SubgraphDefinition): DepartmentCard {
  const factTypes = Object.values(collections).map(({ type }) => {
    const declared = schema.getType(type);
    const access = isObjectType(declared) ? declaredAccess(schema, declared) : undefined;
    return { type, access: access ?? OPEN_ACCESS };
  });
  return { name, title, factTypes };
}
