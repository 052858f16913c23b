import { z } from 'zod';
import type { Caller } from '../../../src/identity/Caller.ts';
import { checkUscc } from '../../../src/values/uscc.ts';
import type { AskGraph } from '../../askGraph.ts';
import { GatewayError } from '../../errors/GatewayError.ts';
import type { EnumWords } from '../../report/enumWords.ts';
import { parsedJson } from './parsedJson.ts';
import { ENTERPRISE_TYPE, PROPERTIES, type ReconcileProperty } from './properties.ts';

/** A data extension query, checked. */
export interface ExtendQuery {
  readonly ids: readonly string[];
  readonly properties: readonly ReconcileProperty[];
}

/** A cell of the answer. */
export type ExtendCell = { readonly str: string } | { readonly date: string };

/** A data extension response. */
export interface Extension {
  readonly meta: readonly { readonly id: string; readonly name: string }[];
  readonly rows: Readonly<Record<string, Readonly<Record<string, readonly ExtendCell[]>>>>;
}

const extendSchema = z.object({ ids: z.array(z.string()), properties: z.array(z.object({ id: z.string() })) });

/** Most enterprises of one request, and most that the graph gives at once. */
const MOST_IDS = 1000;
const BATCH = 100;

const EXTEND = `query Extension($usccs: [USCC!]!) {
  enterprisesByUscc(usccs: $usccs) { ${PROPERTIES.map(({ id }) => id).join(' ')} }
}`;

type Row = Readonly<Record<string, string | readonly string[] | null>>;

/**
 * Reads a data extension query.
 *
 * @param text - JSON as it was sent
 * @throws GatewayError RECONCILE_INVALID or RECONCILE_TOO_MANY
 */
export function extendQuery(text: string): ExtendQuery {
  const parsed = extendSchema.safeParse(parsedJson(text, 'extend'));
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new GatewayError('RECONCILE_INVALID', { reason: `extend ${place}`.trim() });
  }
  const { ids } = parsed.data;
  if (ids.length > MOST_IDS) throw new GatewayError('RECONCILE_TOO_MANY', { limit: MOST_IDS, things: 'ids' });
  const properties = parsed.data.properties.map(({ id }, at) => {
    const property = PROPERTIES.find((one) => one.id === id);
    if (property === undefined) {
      throw new GatewayError('RECONCILE_INVALID', { reason: `extend.properties.${at} is no property of this service` });
    }
    return property;
  });
  return { ids, properties };
}

/**
 * Proposes properties for the one type that there is.
 *
 * @param limit - most properties; all where it is absent or no number
 */
export function proposedProperties(limit: number | undefined): object {
  const most = limit !== undefined && limit > 0 ? limit : PROPERTIES.length;
  const properties = PROPERTIES.slice(0, most).map(({ id, name }) => ({ id, name }));
  return { type: ENTERPRISE_TYPE.id, limit: most, properties };
}

/**
 * Gives values of enterprises, as the graph shows them to the caller. A code that nobody has, or that is none, has empty cells.
 *
 * @param askGraph - the graph
 * @param query - which enterprises, and which of their properties
 * @param caller - who asks
 * @param words - Chinese terms of enums
 * @throws GatewayError MATCH_UNAVAILABLE
 */
export async function extend(
  askGraph: AskGraph,
  { ids, properties }: ExtendQuery,
  caller: Caller,
  words: EnumWords,
): Promise<Extension> {
  const codes = new Map(
    ids.flatMap((id) => {
      const checked = checkUscc(id);
      return checked.ok ? [[id, checked.uscc] as const] : [];
    }),
  );
  const known = await readEnterprises(askGraph, [...new Set(codes.values())], caller);
  const rowOf = (id: string): Extension['rows'][string] => {
    const enterprise = known.get(codes.get(id) ?? '');
    return Object.fromEntries(
      properties.map((property) => [property.id, cellsOf(property, enterprise?.[property.id], words)]),
    );
  };
  return {
    meta: properties.map(({ id, name }) => ({ id, name })),
    rows: Object.fromEntries(ids.map((id) => [id, rowOf(id)])),
  };
}

async function readEnterprises(
  askGraph: AskGraph,
  usccs: readonly string[],
  caller: Caller,
): Promise<ReadonlyMap<string, Row>> {
  const known = new Map<string, Row>();
  for (let at = 0; at < usccs.length; at += BATCH) {
    const batch = usccs.slice(at, at + BATCH);
    const { data } = await askGraph<{ enterprisesByUscc: readonly (Row | null)[] }>(
      EXTEND,
      { usccs: batch },
      caller,
      'zh',
    );
    if (!data?.enterprisesByUscc) throw new GatewayError('MATCH_UNAVAILABLE');
    for (const [place, row] of data.enterprisesByUscc.entries()) if (row !== null) known.set(batch[place] ?? '', row);
  }
  return known;
}

function cellsOf({ kind }: ReconcileProperty, given: Row[string] | undefined, words: EnumWords): readonly ExtendCell[] {
  const values = [given ?? []].flat();
  if (kind === 'DATE') return values.map((day) => ({ date: `${day}T00:00:00Z` }));
  if (kind === 'STATUS') return values.map((status) => ({ str: words('EnterpriseStatus', status) }));
  return values.map((str) => ({ str }));
}
