import type { MongoHandle } from '../../src/mongod/MongoHandle.ts';

/** The MongoDB of one test run. */
export interface TestServer {
  readonly mongo: MongoHandle;
  /** Its data folder, removed at the end. */
  readonly folder: string;
}
