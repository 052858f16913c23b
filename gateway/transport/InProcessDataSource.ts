import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { execute, GraphQLError, type DocumentNode, type ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import type { ConnectedSubgraph } from '../../src/subgraph/Subgraph.ts';
import { GatewayError } from '../errors/GatewayError.ts';
import type { GatewayContext } from '../GatewayContext.ts';
import { Availability } from './Availability.ts';
import { DocumentCache } from './DocumentCache.ts';
import { fetchedFields, type FetchPath } from './fetchedFields.ts';
import { withDeadline } from './withDeadline.ts';

/** Fetches of one department whose documents are kept parsed. */
const DOCUMENTS = 1_000;

/** How a department in this process is asked. */
export interface InProcessOptions {
  readonly logger: Logger;
  /** How long a department may take for one fetch, in milliseconds. */
  readonly deadlineMs: number;
}

/** What a fetch answers, in the gateway's form. */
type FetchResponse = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** Errors as the engine declares them. It accepts, and keeps as the cause, errors that are not serialised yet. */
type FetchErrors = NonNullable<FetchResponse['errors']>;

/**
 * A department that lives in this process: its schema is executed directly, without HTTP, serialising or validating.
 *
 * Every error leaves with the department's name and title beside its code. A department that does not answer at all
 * yields one error per field that it was asked for, and costs nothing but these fields.
 */
export class InProcessDataSource implements GraphQLDataSource<GatewayContext> {
  readonly #subgraph: ConnectedSubgraph;
  readonly #documents = new DocumentCache(DOCUMENTS);
  readonly #availability: Availability;
  readonly #deadlineMs: number;

  /**
   * @param subgraph - the department
   * @param options - how it is asked
   */
  constructor(subgraph: ConnectedSubgraph, { logger, deadlineMs }: InProcessOptions) {
    this.#subgraph = subgraph;
    this.#availability = new Availability(subgraph.name, logger);
    this.#deadlineMs = deadlineMs;
  }

  /**
   * Answers one fetch of a query plan. Never rejects: what fails is said in `errors`.
   *
   * @param options - the fetch and the operation it belongs to
   */
  async process({ request, context }: GraphQLDataSourceProcessOptions<GatewayContext>): Promise<FetchResponse> {
    const document = this.#documents.parse(request.query ?? '');
    try {
      const result = await withDeadline(
        execute({
          schema: this.#subgraph.schema,
          document,
          contextValue: this.#subgraph.contextFor((context as GatewayContext).request),
          variableValues: request.variables,
          operationName: request.operationName,
        }),
        this.#deadlineMs,
      );
      if (result.errors) return this.#named(result, document);
      this.#availability.answered();
      return result as FetchResponse;
    } catch (fault) {
      return { data: null, errors: this.#missing(fetchedFields(document), fault) as FetchErrors };
    }
  }

  #named({ data, errors = [] }: ExecutionResult, document: DocumentNode): FetchResponse {
    const [firstField = []] = fetchedFields(document);
    if (!errors.some(({ originalError }) => Availability.isConnectionFault(originalError)))
      this.#availability.answered();
    const named = errors.flatMap((error) => {
      const path = error.path ?? firstField;
      return Availability.isConnectionFault(error.originalError)
        ? this.#missing([path], error.originalError)
        : this.#owned(error, path);
    });
    return { data: data ?? null, errors: named as FetchErrors };
  }

  #owned(error: GraphQLError, path: FetchPath): GraphQLError {
    return new GraphQLError(error.message, {
      path,
      originalError: error.originalError,
      extensions: {
        ...error.extensions,
        code: error.extensions['code'] ?? 'INTERNAL_SERVER_ERROR',
        service: this.#subgraph.name,
        owner: this.#subgraph.title,
      },
    });
  }

  #missing(paths: readonly FetchPath[], fault: unknown): readonly GraphQLError[] {
    const since = this.#availability.failed(fault).toISOString();
    const { name: service, title: owner } = this.#subgraph;
    const extensions = { service, owner, since };
    return paths.map((path) => new GatewayError('DEPARTMENT_UNAVAILABLE', {}, { path, cause: fault, extensions }));
  }
}
