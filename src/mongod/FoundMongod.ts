/** Where a MongoDB server program can come from, in the order they are tried. */
export type MongodOrigin = 'MONGOD_PATH' | 'PATH' | 'cache' | 'official build' | 'Python package';

/** A `mongod` program that runs on this machine. */
export interface FoundMongod {
  /** Absolute path of the program. */
  readonly path: string;
  readonly from: MongodOrigin;
  /** Its version, such as `6.0.5`. */
  readonly version: string;
}

/** A way that led to no program, and why, for the message that lists them all. */
export interface MissedMongod {
  readonly missed: string;
}
