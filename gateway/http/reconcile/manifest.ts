import { MOST_RECORDS } from '../../match/askMatches.ts';
import { ENTERPRISE_TYPE } from './properties.ts';

/** Where the service lies below the server. */
export const RECONCILE_PATH = '/reconcile';

/** Size of a preview, in pixels. */
const PREVIEW = { width: 420, height: 300 } as const;

/**
 * Writes the service manifest of the Reconciliation API 0.2.
 *
 * @param origin - where this server is reached
 */
export function manifest(origin: string): object {
  const service = `${origin}${RECONCILE_PATH}`;
  const suggest = (path: string): object => ({ service_url: service, service_path: path });
  return {
    versions: ['0.1', '0.2'],
    name: '福州市公共信用图谱 · 市场主体匹配 (Credit Graph)',
    identifierSpace: `${service}#uscc`,
    schemaSpace: `${service}#enterprise`,
    defaultTypes: [ENTERPRISE_TYPE],
    documentation: `${origin}/`,
    view: { url: `${service}/preview?id={{id}}` },
    preview: { url: `${service}/preview?id={{id}}`, ...PREVIEW },
    suggest: {
      entity: suggest('/suggest/entity'),
      property: suggest('/suggest/property'),
      type: suggest('/suggest/type'),
    },
    extend: { propose_properties: suggest('/properties'), property_settings: [] },
    batchSize: MOST_RECORDS,
  };
}
