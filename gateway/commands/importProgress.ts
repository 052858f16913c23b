import { Presets, SingleBar } from 'cli-progress';
import type { ImportProgress } from '../../src/ingest/importFile.ts';

/** Shows how far an import is. */
export interface ProgressDisplay {
  update(progress: ImportProgress): void;
  stop(): void;
}

/**
 * Draws a bar on standard error while a file is imported; where that is no terminal, nothing is drawn.
 *
 * @param label - name of the file
 */
export function importProgress(label: string): ProgressDisplay {
  const format = `${label} {bar} {percentage}% | {rows} rows | {duration_formatted}`;
  const bar = new SingleBar({ format, hideCursor: true, etaBuffer: 50, clearOnComplete: true }, Presets.shades_classic);
  let isStarted = false;
  return {
    update({ bytesRead, bytesTotal, rows }) {
      if (!isStarted) bar.start(bytesTotal, 0, { rows: 0 });
      isStarted = true;
      bar.update(bytesRead, { rows: rows.toLocaleString('en') });
    },
    stop() {
      if (isStarted) bar.stop();
    },
  };
}
