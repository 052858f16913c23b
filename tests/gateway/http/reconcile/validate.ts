import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { projectRoot } from '../../../../src/config/projectRoot.ts';

const FOLDER = join(projectRoot(), 'tests', 'gateway', 'http', 'reconcile', 'schemas');

/** Schemas of the Reconciliation API 0.2, written from the specification of the W3C community group. */
export type ReconcileSchema =
  | 'manifest'
  | 'reconciliationQueryBatch'
  | 'reconciliationResultBatch'
  | 'suggestEntities'
  | 'suggestProperties'
  | 'suggestTypes'
  | 'dataExtensionQuery'
  | 'dataExtensionPropertyProposal'
  | 'dataExtensionResponse';

/**
 * Names what a message lacks by its schema.
 *
 * @param schema - which message it should be
 * @param message - as it was sent or received
 * @returns nothing where it is valid
 */
export function violations(schema: ReconcileSchema, message: unknown): readonly string[] {
  const ajv = new Ajv({ allErrors: true });
  const validate = ajv.compile(JSON.parse(readFileSync(join(FOLDER, `${schema}.json`), 'utf8')) as object);
  void validate(message);
  return (validate.errors ?? []).map(({ dataPath, message: text = '' }) => `${dataPath} ${text}`);
}
