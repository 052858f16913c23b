import type { MongoHandle } from '../../src/mongod/MongoHandle.ts';

/** What a test run has of its own. */
export interface TestServer {
  /** Its MongoDB; absent where it uses another. */
  readonly mongo?: MongoHandle;
  /** Of its data, removed at the end. */
  readonly folder: string;
}
