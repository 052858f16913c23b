/** A MongoDB that is ready for use. */
export interface MongoHandle {
  /** Connection string. It may hold a password: never log it. */
  readonly uri: string;
  /** Whether it is a server of this product, on the data folder. */
  readonly embedded: boolean;
  /** Gives it back: stops the server if this process started it. Call it after the last connection is closed. */
  stop(): Promise<void>;
}
