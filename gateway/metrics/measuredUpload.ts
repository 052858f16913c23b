import type { Metrics } from '../../src/telemetry/Metrics.ts';
import type { ImportUpload } from '../http/importRoute.ts';

/**
 * Measures uploads that were taken in.
 *
 * @param upload - takes in files
 * @param metrics - the figures of the process
 */
export function measuredUpload(upload: ImportUpload, metrics: Metrics): ImportUpload {
  return {
    authorise: (caller, collection) => {
      upload.authorise(caller, collection);
    },
    async run(caller, wanted) {
      const report = await upload.run(caller, wanted);
      const { collection, seconds, accepted, unchanged, quarantined } = report;
      metrics.imported({ collection, seconds, rows: { accepted, unchanged, quarantined } });
      return report;
    },
  };
}
