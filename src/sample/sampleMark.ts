import { batchId } from '../ingest/batches.ts';
import { sha256 } from '../values/sha256.ts';
import type { SampleSetting } from './SampleEnterprise.ts';

/** Source in the provenance of every fact of the sample; no file and no person bears it. */
export const SAMPLE_SOURCE = 'sample';

/** Operator in the provenance of the sample's facts. */
export const SAMPLE_OPERATOR = 'sample@credit-graph';

/**
 * Fingerprint of a sample: the same setting is the same batch.
 *
 * @param setting - what decides its rows
 */
export function sampleDigest({ enterprises, seed, asOf }: SampleSetting): string {
  return sha256(`sample\u001f${enterprises}\u001f${seed}\u001f${asOf}`);
}

/**
 * The batch of a sample's rows of one collection.
 *
 * @param collection - such as `registry.enterprises`
 * @param setting - what decides the rows
 */
export function sampleBatch(collection: string, setting: SampleSetting): string {
  return batchId(collection, SAMPLE_SOURCE, sampleDigest(setting));
}
