import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Caller } from '../../src/identity/Caller.ts';
import type { CityImportReport } from '../importInto.ts';
import type { OperationsInFlight } from './OperationsInFlight.ts';

/** A file that arrives, and what its sender says of it. */
export interface Upload {
  /** Such as `registry.enterprises`. */
  readonly collection: string;
  readonly bytes: Readable;
  /** Its name for reports and provenance. */
  readonly name?: string | undefined;
  /** The source profile to read it by. */
  readonly source?: string | undefined;
  /** The sheet of a workbook. */
  readonly sheet?: string | undefined;
}

/** What takes in uploaded files: decides whether the caller may, before a byte is read. */
export interface ImportUpload {
  /**
   * Refuses a caller who may not import into a collection.
   *
   * @throws GatewayError IMPORT_FORBIDDEN, or IngestError INGEST_COLLECTION_UNKNOWN
   */
  authorise(caller: Caller, collection: string): void;
  /**
   * Imports a file.
   *
   * @throws IngestError before anything is written, where the file or its columns can not be used
   */
  run(caller: Caller, upload: Upload): Promise<CityImportReport>;
}

/** What the door for files needs. */
export interface ImportRouteOptions {
  /** Decides who sends a file, by the head of the request. */
  readonly callerOf: (request: FastifyRequest) => Promise<Caller>;
  readonly importUpload: ImportUpload;
  readonly operations: OperationsInFlight;
}

interface Route {
  readonly Params: { readonly collection: string };
  readonly Querystring: { readonly name?: string; readonly source?: string; readonly sheet?: string };
}

/**
 * Opens `POST /imports/<collection>`: the body is the file itself, the reply its report, the same as `import --json`.
 *
 * Who calls is decided before the body is read. The body has no limit of its own: it is streamed to the disk.
 *
 * @param server - the HTTP server
 * @param options - what takes in files, and who may send them
 */
export function importRoute(server: FastifyInstance, { callerOf, importUpload, operations }: ImportRouteOptions): void {
  const callers = new WeakMap<FastifyRequest, Caller>();
  void server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => {
      done(null);
    });
    scope.post<Route>('/imports/:collection', {
      onRequest: async (request) => {
        const caller = await callerOf(request);
        importUpload.authorise(caller, request.params.collection);
        callers.set(request, caller);
      },
      handler: async (request, reply) => {
        const caller = callers.get(request);
        if (caller === undefined) throw new Error('The request has no caller');
        const { collection } = request.params;
        const { name, source, sheet } = request.query;
        const upload = { collection, bytes: request.raw, name, source, sheet };
        const report = await operations.track(async () => importUpload.run(caller, upload));
        return reply.header('cache-control', 'no-store').send(report);
      },
    });
    return Promise.resolve();
  });
}
