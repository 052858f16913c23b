import type { Filter } from 'mongodb';
import { pageRequest, toConnection, type ConnectionOf, type PageArguments } from '../data/connection.ts';
import type { Position } from '../data/cursor.ts';
import type { AuditDatabase } from './AuditDatabase.ts';
import type { AuditedOperation, RecordDocument } from './AuditRecord.ts';

/** A record together with what was asked. */
export interface ReadRecord extends Omit<RecordDocument, 'operation'> {
  readonly operation: AuditedOperation;
}

/** What an operation was, if nobody had taken it out of the database. */
const GONE: AuditedOperation = { kind: 'UNREADABLE', coordinates: [] };

/**
 * Reads a page of the audit log, newest records first.
 *
 * @param database - of the audit log
 * @param filter - which records
 * @param page - Relay arguments
 * @param list - what is paged through: cursors of other lists are refused
 * @throws AppError PAGE_SIZE or CURSOR_INVALID
 */
export async function readAudit(
  { records, operations }: AuditDatabase,
  filter: Filter<RecordDocument>,
  page: PageArguments,
  list: string,
): Promise<Omit<ConnectionOf<ReadRecord>, 'totalCount'>> {
  const request = pageRequest(page, list);
  const found = await records
    .find({ $and: [filter, behind(request.after)] })
    .sort({ time: -1, _id: -1 })
    .limit(request.first + 1)
    .toArray();
  const named = await operations
    .find({ _id: { $in: [...new Set(found.map(({ operation }) => operation))] } })
    .toArray();
  const byId = new Map(named.map((operation) => [operation._id, operation]));
  const rows = found.map((record) => ({ ...record, operation: byId.get(record.operation) ?? GONE }));
  // Ten years of records are not counted for a page.
  const { totalCount: _, ...connection } = toConnection(rows, request, positionOf, () => Promise.resolve(rows.length));
  return connection;
}

function positionOf({ time, _id }: Pick<RecordDocument, 'time' | '_id'>): Position {
  return { sort: time.toISOString(), id: _id };
}

function behind(after: Position | undefined): Filter<RecordDocument> {
  if (after === undefined) return {};
  const time = new Date(after.sort);
  return { $or: [{ time: { $lt: time } }, { time, _id: { $lt: after.id } }] };
}
