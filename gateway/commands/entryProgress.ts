import { Presets, SingleBar } from 'cli-progress';

/** Shows how many entries were looked at. */
export interface EntryProgress {
  readonly update: (entries: number) => void;
  readonly stop: () => void;
}

/**
 * Draws a bar on standard error; where that is no terminal, nothing is drawn.
 *
 * @param label - what is looked at
 * @param total - number of entries; undefined where it is not known
 */
export function entryProgress(label: string, total: number | undefined): EntryProgress {
  const drawn = total === undefined ? '' : '{bar} {percentage}% | ';
  const format = `${label} ${drawn}{value} entries | {duration_formatted}`;
  const bar = new SingleBar({ format, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  let isStarted = false;
  return {
    update(entries) {
      if (!isStarted) bar.start(total ?? 0, 0);
      isStarted = true;
      bar.update(entries);
    },
    stop() {
      if (isStarted) bar.stop();
    },
  };
}
