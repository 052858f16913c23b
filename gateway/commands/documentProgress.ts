import { Presets, SingleBar } from 'cli-progress';

/** Shows how many documents of one collection after the other were moved. */
export interface DocumentProgress {
  readonly update: (collection: string, moved: number, total: number) => void;
  readonly stop: () => void;
}

/** Draws a bar on standard error for one collection after the other; where that is no terminal, nothing is drawn. */
export function documentProgress(): DocumentProgress {
  const format = '{collection} {bar} {percentage}% | {value} of {total} documents | {duration_formatted}';
  let bar: SingleBar | undefined;
  let drawn = '';
  const stop = (): void => {
    bar?.stop();
    bar = undefined;
  };
  return {
    update(collection, moved, total) {
      if (bar === undefined || drawn !== collection) {
        stop();
        drawn = collection;
        bar = new SingleBar({ format, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
        bar.start(total, 0, { collection });
      }
      bar.update(moved);
    },
    stop,
  };
}
