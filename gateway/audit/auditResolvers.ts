import type { Filter } from 'mongodb';
import type { AuditDatabase } from '../../src/audit/AuditDatabase.ts';
import type { RecordDocument } from '../../src/audit/AuditRecord.ts';
import { readAudit, type ReadRecord } from '../../src/audit/readAudit.ts';
import type { ConnectionOf, PageArguments } from '../../src/data/connection.ts';
import { AppError } from '../../src/errors/AppError.ts';
import { AUDIT_SCOPE, holdsScope } from '../../src/identity/Caller.ts';
import type { RequestContext } from '../../src/subgraph/context.ts';

interface AuditArguments extends PageArguments {
  readonly filter?: {
    readonly department?: string | null;
    readonly client?: string | null;
    readonly operator?: string | null;
    readonly subject?: string | null;
    readonly from?: Date | null;
    readonly until?: Date | null;
  } | null;
}

type Page = Promise<Omit<ConnectionOf<ReadRecord>, 'totalCount'>>;

const WRITES: ReadonlySet<string> = new Set(['MUTATION', 'COMMAND', 'UPLOAD']);

/**
 * Gives the resolvers of what the audit log contributes to the graph.
 *
 * @param database - of the audit log
 */
export function auditResolvers(database: AuditDatabase) {
  return {
    Query: {
      auditRecords: (_: unknown, { filter, ...page }: AuditArguments): Page =>
        readAudit(database, conditionOf(filter), page, 'gateway.auditRecords'),
    },
    Enterprise: {
      __resolveReference: ({ uscc }: { readonly uscc: string }) => ({ uscc }),
      accessRecords: ({ uscc }: { readonly uscc: string }, page: PageArguments, { caller }: RequestContext): Page => {
        if (caller.subject !== uscc && !holdsScope(caller, AUDIT_SCOPE)) {
          throw new AppError('FORBIDDEN', { coordinate: 'Enterprise.accessRecords' });
        }
        const others = { subjects: uscc, stage: 'ENDED', 'caller.subject': { $ne: uscc } } as const;
        return readAudit(database, others, page, 'gateway.accessRecords');
      },
    },
    AccessRecord: {
      ...{ id, department, organisation, client, fields },
      isWrite: ({ operation }: ReadRecord) => WRITES.has(operation.kind),
    },
    AuditRecord: {
      ...{ id, department, organisation, client, fields },
      audience: ({ caller }: ReadRecord) => caller.audience,
      operator: ({ caller }: ReadRecord) => caller.operator,
      enterprise: ({ caller }: ReadRecord) => caller.subject,
      kind: ({ operation }: ReadRecord) => operation.kind,
      operation: ({ operation }: ReadRecord) => operation.name,
      documentHash: ({ operation }: ReadRecord) => operation.hash,
    },
  };
}

function conditionOf(filter: AuditArguments['filter']): Filter<RecordDocument> {
  const { department, client, operator, subject, from, until } = filter ?? {};
  return {
    ...(department == null ? {} : { 'caller.department': department }),
    ...(client == null ? {} : { 'caller.client': client }),
    ...(operator == null ? {} : { 'caller.operator': operator }),
    ...(subject == null ? {} : { subjects: subject }),
    ...(from == null && until == null
      ? {}
      : { time: { ...(from == null ? {} : { $gte: from }), ...(until == null ? {} : { $lt: until }) } }),
  };
}

function id({ _id }: ReadRecord): string {
  return _id;
}

function department({ caller }: ReadRecord): string | undefined {
  return caller.department;
}

function organisation({ caller }: ReadRecord): string | undefined {
  return caller.organisation;
}

function client({ caller }: ReadRecord): string | undefined {
  return caller.client;
}

function fields({ operation }: ReadRecord): readonly string[] {
  return operation.coordinates;
}
