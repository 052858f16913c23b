import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GatewayContext } from '../GatewayContext.ts';
import { DocumentCache } from './DocumentCache.ts';
import type { Transport } from './Transport.ts';

/** Fetches of one department whose documents are kept parsed. */
const DOCUMENTS = 1_000;

/** What a fetch answers, in the gateway's form. */
type FetchResponse = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** Any way to a department, in the form that `@apollo/gateway` asks departments by. */
export class TransportDataSource implements GraphQLDataSource<GatewayContext> {
  readonly #transport: Transport;
  readonly #documents = new DocumentCache(DOCUMENTS);

  /**
   * @param transport - the way to the department
   */
  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Answers one fetch of a query plan. Never rejects: what fails is said in `errors`.
   *
   * @param options - the fetch and the operation it belongs to
   */
  async process({ request, context }: GraphQLDataSourceProcessOptions<GatewayContext>): Promise<FetchResponse> {
    const query = request.query ?? '';
    const answer = await this.#transport.fetch({
      query,
      document: this.#documents.parse(query),
      operationName: request.operationName,
      variables: request.variables ?? {},
      context: context as GatewayContext,
    });
    // The engine accepts errors that are not serialised yet, and keeps them as the cause; its type says otherwise.
    return answer as FetchResponse;
  }
}
