import { ANONYMOUS } from '../../src/identity/Caller.ts';
import type { ImportProgress } from '../../src/ingest/importFile.ts';
import { csvLine } from '../../src/ingest/quarantine/correctionSheet.ts';
import { checkGzip } from '../../src/ingest/read/checkGzip.ts';
import { openRows } from '../../src/ingest/read/openRows.ts';
import { ROW_FAULTS } from '../../src/ingest/read/rowFaults.ts';
import type { RawRow, RowSource } from '../../src/ingest/read/RowSource.ts';
import { maskFreeText } from '../../src/values/masks.ts';
import type { AskGraph } from '../askGraph.ts';
import type { EnumWords } from '../report/enumWords.ts';
import { askMatches, clearMatch, MOST_RECORDS, type Candidate } from './askMatches.ts';
import { explainMatch } from './explainMatch.ts';
import { addedColumns, matchLayout, type MatchLayout } from './matchColumns.ts';
import { MatchTables } from './MatchTables.ts';
import { recordInput, type RecordInput } from './RecordInput.ts';

/** A table whose rows are to be matched. */
export interface MatchRequest {
  readonly path: string;
  /** Where the table with its added columns goes; a file that is not there yet. */
  readonly output: string;
  readonly sheet?: string | undefined;
  /** What the user says of columns, such as `name=raw_name`. */
  readonly columns: readonly string[];
  /** From which score on a candidate is a match, 0 to 1. */
  readonly threshold?: number | undefined;
  /** Told after each chunk of rows. */
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** What became of the rows of a table. */
export interface MatchReport {
  readonly file: string;
  readonly output: string;
  readonly read: number;
  /** Rows with one clear enterprise. */
  readonly matched: number;
  /** Rows whose candidates a person has to choose from. */
  readonly unclear: number;
  /** Rows that no enterprise comes near, or that say nothing to look for. */
  readonly unmatched: number;
  /** Rows that could not be read: they stand in `quarantine`, and not in the output. */
  readonly quarantined: number;
  /** File with those rows; null where all could be read. */
  readonly quarantine: string | null;
  readonly seconds: number;
  readonly rowsPerSecond: number;
}

/** The graph that is asked. */
export interface MatchGraph {
  readonly ask: AskGraph;
  readonly words: EnumWords;
}

/** Candidates that are asked for: the best, and whether another comes near. */
const FIRST = 3;

/** First line of the file with unreadable rows. */
const ASIDE_HEADER = `\uFEFF${csvLine(['行号', '原因', '内容'])}`;

type Counts = Record<'read' | 'matched' | 'unclear' | 'unmatched' | 'quarantined', number>;

/**
 * Adds to a table which enterprise each row means: code, name, score, whether it is a clear match, and why. Rows keep their order and all
 * their cells; those that can not be read go to a file of their own with the reason. Both files come to be as a whole or not at all.
 *
 * @param request - see {@link MatchRequest}
 * @param graph - asked as the public
 * @throws IngestError where the table or its columns can not be used, or the output is there already; GatewayError MATCH_UNAVAILABLE
 */
export async function matchFile(request: MatchRequest, graph: MatchGraph): Promise<MatchReport> {
  const started = performance.now();
  const { path, output } = request;
  await checkGzip(path);
  const header = await wholeHeader(request);
  const layout = matchLayout(path, header, request.columns);
  const source = await openRows(path, sheetOf(request));
  const counts: Counts = { read: 0, matched: 0, unclear: 0, unmatched: 0, quarantined: 0 };
  try {
    const tables = await MatchTables.claim(output, `\uFEFF${csvLine([...header, ...addedColumns(header)])}`);
    try {
      await matchRows(source, { request, graph, header, layout, tables, counts });
      await tables.finish();
    } catch (error) {
      await tables.abandon();
      throw error;
    }
    const seconds = (performance.now() - started) / 1000;
    return {
      ...{ file: path, output, ...counts, quarantine: tables.quarantine },
      seconds: Math.round(seconds * 1000) / 1000,
      rowsPerSecond: Math.round(counts.read / seconds),
    };
  } finally {
    source.close();
  }
}

interface Matching {
  readonly request: MatchRequest;
  readonly graph: MatchGraph;
  readonly header: readonly string[];
  readonly layout: MatchLayout;
  readonly tables: MatchTables;
  readonly counts: Counts;
}

async function matchRows(source: RowSource, matching: Matching): Promise<void> {
  const { request, tables, counts } = matching;
  for await (const rows of source.rows) {
    const good = rows.filter(({ fault }) => fault === null);
    const bad = rows.filter(({ fault }) => fault !== null);
    await tables.setAside(bad.map(asideLine), ASIDE_HEADER);
    counts.quarantined += bad.length;
    counts.read += bad.length;
    for (let at = 0; at < good.length; at += MOST_RECORDS) {
      const batch = good.slice(at, at + MOST_RECORDS);
      await tables.write(await answerLines(batch, matching));
      counts.read += batch.length;
      request.onProgress?.({ bytesRead: source.bytesRead(), bytesTotal: source.bytesTotal, rows: counts.read });
    }
  }
}

async function answerLines(
  batch: readonly RawRow[],
  { request: { threshold }, graph, header, layout, counts }: Matching,
): Promise<readonly string[]> {
  const inputs = batch.map(({ cells }) => inputOf(cells, layout));
  const asked = inputs.filter((input) => input !== undefined);
  const answers = (await askMatches(graph.ask, asked, { first: FIRST, threshold, caller: ANONYMOUS })).values();
  return batch.map(({ cells }, at) => {
    const candidates = inputs[at] === undefined ? undefined : (answers.next().value ?? []);
    const clear = clearMatch(candidates ?? []);
    counts[outcomeOf(candidates ?? [], clear)] += 1;
    const own = header.map((_, place) => cells[place] ?? '');
    return csvLine([...own, ...answerCells(candidates, clear, graph.words)]);
  });
}

function outcomeOf(candidates: readonly Candidate[], clear: Candidate | undefined): keyof Counts {
  if (clear !== undefined) return 'matched';
  return candidates.length > 0 ? 'unclear' : 'unmatched';
}

function answerCells(
  candidates: readonly Candidate[] | undefined,
  clear: Candidate | undefined,
  words: EnumWords,
): readonly string[] {
  if (candidates === undefined) return ['', '', '', '否', '没有可用于匹配的内容'];
  const [best] = candidates;
  return [
    best?.uscc ?? '',
    best?.name ?? '',
    best?.score.toFixed(4) ?? '',
    clear === undefined ? '否' : '是',
    explainMatch(candidates, words),
  ];
}

function inputOf(cells: readonly string[], layout: MatchLayout): RecordInput | undefined {
  const values = layout.flatMap((field, at) => (field === null ? [] : [[field, [cells[at] ?? '']] as const]));
  return recordInput(Object.fromEntries(values));
}

/** What slipped into a wrong column may be a person's number. */
function asideLine({ number, cells, fault }: RawRow): string {
  const reason = fault === null ? '' : ROW_FAULTS[fault].zh;
  return csvLine([String(number), reason, maskFreeText(cells.join(' | '))]);
}

/** In JSON Lines a row further down may bring new columns: they are looked for before the first line is written. */
async function wholeHeader(request: MatchRequest): Promise<readonly string[]> {
  const source = await openRows(request.path, sheetOf(request));
  try {
    if (source.format === 'JSONL') await readThrough(source);
    return [...source.header];
  } finally {
    source.close();
  }
}

function sheetOf({ sheet }: MatchRequest): { readonly sheet?: string } {
  return sheet === undefined ? {} : { sheet };
}

async function readThrough({ rows }: RowSource): Promise<void> {
  const chunks = rows[Symbol.asyncIterator]();
  let next = await chunks.next();
  while (next.done !== true) next = await chunks.next();
}
