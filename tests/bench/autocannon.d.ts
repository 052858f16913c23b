/** The part of autocannon's interface that the benchmark uses; the package brings no types. */
declare module 'autocannon' {
  interface AskedRequest {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  }
  interface Options {
    readonly url: string;
    readonly connections: number;
    /** Seconds. */
    readonly duration: number;
    /** Milliseconds between two samples. */
    readonly sampleInt: number;
    readonly requests: readonly (AskedRequest & {
      readonly setupRequest: (request: AskedRequest) => AskedRequest;
      readonly onResponse: (status: number, body: string) => void;
    })[];
  }
  interface Result {
    readonly errors: number;
    readonly timeouts: number;
    readonly non2xx: number;
  }
  interface Run extends PromiseLike<Result> {
    on(event: 'start', listener: () => void): void;
    on(
      event: 'response',
      listener: (client: unknown, status: number, bytes: number, milliseconds: number) => void,
    ): void;
  }
  const autocannon: (options: Options) => Run;
  // eslint-disable-next-line import-x/no-default-export -- this is how the package exports it
  export default autocannon;
}
