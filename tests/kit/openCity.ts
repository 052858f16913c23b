import { connectDepartments } from '../../gateway/connectDepartments.ts';
import { loadDepartments } from '../../gateway/departments.ts';
import type { DepartmentDatabase } from '../../src/data/DepartmentDatabase.ts';
import type { FactCollection } from '../../src/data/FactCollection.ts';
import type { FactDocumentBase } from '../../src/data/FactDocument.ts';
import type { ConnectedSubgraph } from '../../src/subgraph/Subgraph.ts';
import { testDatabase } from './mongo.ts';

/** All departments of the product on databases of the test's own, without a gateway. */
export interface OpenCity {
  readonly subgraphs: readonly ConnectedSubgraph[];
  readonly collections: readonly { readonly database: DepartmentDatabase; readonly collection: FactCollection }[];
  /** Settings of a command that works on the same databases. */
  readonly environment: Readonly<Record<string, string>>;
  /**
   * A department.
   *
   * @throws Error where there is none of the name
   */
  department(name: string): ConnectedSubgraph;
  /** All stored facts of a collection such as `registry.changes`, by id. */
  facts(name: string): Promise<FactDocumentBase[]>;
  close(): Promise<void>;
}

/** Opens all departments; the caller closes them. */
export async function openCity(): Promise<OpenCity> {
  const database = testDatabase();
  const config = { departmentMongodbUris: {}, databasePrefix: database.prefix };
  const connected = await connectDepartments(await loadDepartments(), config, database.uri);
  const { subgraphs } = connected;
  const department = (name: string): ConnectedSubgraph => {
    const found = subgraphs.find((subgraph) => subgraph.name === name);
    if (found === undefined) throw new Error(`There is no department ${name}.`);
    return found;
  };
  return {
    subgraphs,
    collections: subgraphs.flatMap((subgraph) =>
      Object.values(subgraph.collections).map((collection) => ({ database: subgraph.database, collection })),
    ),
    environment: { MONGODB_URI: database.uri, DATABASE_PREFIX: database.prefix },
    department,
    async facts(name) {
      const [owner = '', collection = ''] = name.split('.');
      const { db } = department(owner).database;
      return db.collection<FactDocumentBase>(collection).find().sort({ _id: 1 }).toArray();
    },
    async close() {
      await connected.close();
      await database.drop();
    },
  };
}
