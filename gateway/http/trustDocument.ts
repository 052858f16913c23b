import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Caller } from '../../src/identity/Caller.ts';
import type { TrustedDocuments } from '../documents/TrustedDocuments.ts';
import { GatewayError } from '../errors/GatewayError.ts';

/** The parts of a request that say which document is meant; what has another form is Apollo Server's to refuse. */
const namingSchema = z.looseObject({
  query: z.string().optional().catch(undefined),
  documentId: z.string().optional().catch(undefined),
  extensions: z
    .looseObject({ persistedQuery: z.looseObject({ sha256Hash: z.string() }) })
    .optional()
    .catch(undefined),
});

type Naming = z.infer<typeof namingSchema>;

/** The request as far as the document goes. */
export type DocumentRequest = Pick<FastifyRequest, 'body' | 'method' | 'url' | 'raw'>;

/**
 * Puts the text of a trusted document where a request only names it, by `documentId` (GraphQL over HTTP, appendix on persisted documents) or
 * by `extensions.persistedQuery.sha256Hash`, as Apollo's clients do; and refuses other documents of callers that may send none.
 *
 * A digest that is not known is left to Apollo Server, whose answer makes its clients send the text.
 *
 * @param request - whose body or address is changed
 * @param caller - who sent it
 * @param trusted - the documents
 * @throws GatewayError DOCUMENT_UNKNOWN where there is no such document; DOCUMENT_NOT_TRUSTED
 */
export function trustDocument(request: DocumentRequest, caller: Caller, trusted: TrustedDocuments): void {
  const naming = request.method === 'GET' ? fromAddress(request.url) : fromBody(request.body);
  const id = idOf(naming);
  const query = id === undefined ? naming.query : trusted.find(id);
  if (naming.documentId !== undefined && query === undefined) throw new GatewayError('DOCUMENT_UNKNOWN');
  if (caller.documents === 'TRUSTED' && query !== undefined && !trusted.trusts(query)) {
    throw new GatewayError('DOCUMENT_NOT_TRUSTED');
  }
  if (id !== undefined && query !== undefined) name(request, query);
}

/** A text beside the id would make it unclear which of the two is meant; it is the text then. */
function idOf({ query, documentId, extensions }: Naming): string | undefined {
  return query === undefined ? (documentId ?? extensions?.persistedQuery.sha256Hash) : undefined;
}

function fromBody(body: unknown): Naming {
  return namingSchema.safeParse(body).data ?? {};
}

function fromAddress(url: string): Naming {
  const { query, documentId, extensions } = Object.fromEntries(parametersOf(url));
  return namingSchema.parse({ query, documentId, extensions: parsed(extensions) });
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** As Apollo Server reads them: all that stands behind the first question mark, further ones included. */
function parametersOf(url: string): URLSearchParams {
  const at = url.indexOf('?');
  return new URLSearchParams(at === -1 ? '' : url.slice(at));
}

function name(request: DocumentRequest, query: string): void {
  if (request.method !== 'GET') {
    const { documentId, extensions, ...rest } = request.body as Naming;
    request.body = { ...rest, query, ...withoutHash(extensions) };
    return;
  }
  const parameters = parametersOf(request.url);
  const extensions = withoutHash(fromAddress(request.url).extensions).extensions;
  parameters.delete('documentId');
  parameters.delete('extensions');
  parameters.set('query', query);
  if (extensions) parameters.set('extensions', JSON.stringify(extensions));
  request.raw.url = `${request.url.split('?')[0] ?? ''}?${parameters.toString()}`;
}

/** Apollo Server would take the hash for one that it has to keep the text of. */
function withoutHash(extensions: Naming['extensions']): { readonly extensions?: Record<string, unknown> } {
  if (extensions === undefined) return {};
  const { persistedQuery, ...others } = extensions;
  return { extensions: others };
}
