import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { IngestError } from '../../errors/IngestError.ts';
import type { ExportRecord } from './ExportRecord.ts';

const GZIP = /\.gz$/i;

const text = z.string();
const seq = z.number().int().positive();
/** Bodies are not looked into: their digest says whether they are right. */
const line = z.union([
  z.object({ keys: z.array(z.looseObject({ kid: text })), exportedAt: text }),
  z.object({
    entry: z.object({
      ...{ seq, prevHash: text, time: text, bodyDigest: text, hash: text },
      ...{ event: text.optional(), salt: text.optional(), withheld: text.optional() },
      body: z.looseObject({ event: text }).optional(),
    }),
  }),
  z.object({ checkpoint: z.object({ seq, jws: text }) }),
]);

/**
 * Writes an exported ledger, a JSON object on each line; compressed where the name ends in `.gz`.
 *
 * @param path - of a file that is not there yet
 * @param records - see `readRecords`
 * @throws IngestError INGEST_FILE_UNREADABLE where it can not be written
 */
export async function writeLedgerFile(path: string, records: AsyncIterable<ExportRecord>): Promise<void> {
  const target = createWriteStream(path, { flags: 'wx' });
  const lines = Readable.from(linesOf(records));
  try {
    await (GZIP.test(path) ? pipeline(lines, createGzip(), target) : pipeline(lines, target));
  } catch (error) {
    throw notUsable(path, error);
  }
}

/**
 * Reads an exported ledger, line by line.
 *
 * @param path - plain or compressed
 * @throws IngestError INGEST_FILE_UNREADABLE where it is not there or no exported ledger; it names the line, never what it says
 */
export async function* readLedgerFile(path: string): AsyncGenerator<ExportRecord> {
  let number = 0;
  try {
    for await (const raw of linesIn(path)) {
      number += 1;
      if (raw.trim() !== '') yield parsed(path, raw, number);
    }
  } catch (error) {
    throw notUsable(path, error);
  }
}

async function* linesIn(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const input = GZIP.test(path) ? file.pipe(createGunzip()) : file;
  // An error of the file does not reach what it is piped into.
  if (input !== file) file.on('error', (error) => input.destroy(error));
  let rest = '';
  for await (const chunk of input.setEncoding('utf8') as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

async function* linesOf(records: AsyncIterable<ExportRecord>): AsyncGenerator<string> {
  for await (const record of records) yield `${JSON.stringify(record)}\n`;
}

function parsed(path: string, raw: string, number: number): ExportRecord {
  const result = line.safeParse(jsonOf(raw));
  if (result.success) return result.data as ExportRecord;
  throw new IngestError('INGEST_FILE_UNREADABLE', { file: path, reason: `line ${number} is no line of a ledger` });
}

function jsonOf(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

function notUsable(path: string, error: unknown): IngestError {
  if (error instanceof IngestError) return error;
  const { code = 'not a compressed file' } = error as NodeJS.ErrnoException;
  return new IngestError('INGEST_FILE_UNREADABLE', { file: path, reason: code });
}
