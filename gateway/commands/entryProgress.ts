import { Presets, SingleBar } from 'cli-progress';

/** Shows how many entries, or other things, are done with. */
export interface EntryProgress {
  readonly update: (entries: number) => void;
  readonly stop: () => void;
}

/**
 * Draws a bar on standard error; where that is no terminal, nothing is drawn.
 *
 * @param label - what is gone through
 * @param total - number of entries; undefined where it is not known
 * @param unit - what they are, where they are no entries
 */
export function entryProgress(label: string, total: number | undefined, unit = 'entries'): EntryProgress {
  const drawn = total === undefined ? '' : '{bar} {percentage}% | ';
  const format = `${label} ${drawn}{value} ${unit} | {duration_formatted}`;
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
