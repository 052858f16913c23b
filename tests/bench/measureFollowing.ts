import { setTimeout as pause } from 'node:timers/promises';
import { loadDepartments } from '../../gateway/departments.ts';
import { startCity, type RunningCity } from '../../gateway/startCity.ts';
import { loadConfig } from '../../src/config/env.ts';
import { ANONYMOUS, type Caller } from '../../src/identity/Caller.ts';
import { orgCodeBody, sampleUscc } from '../../src/sample/sampleUscc.ts';
import { createLogger } from '../../src/telemetry/logger.ts';
import type { BenchCity } from './openBenchCity.ts';

/** From the answer of a mutation until timeline, list and evaluation show its fact, in milliseconds. */
export interface FollowingFigures {
  readonly changes: number;
  readonly p50: number;
  readonly p95: number;
}

const CHANGES = 100;
const LOOK_MS = 2;
const GIVE_UP_MS = 30_000;
const STAFF: Caller = {
  audience: 'INTERNAL',
  department: 'registry',
  operator: 'bench',
  scopes: new Set(['registry:*']),
};
const CREATE = `mutation ($input: SeriousViolationListingInput!) {
  seriousViolationListingCreate(input: $input) { id errors { field message } }
}`;
const VIEWS = `query ($uscc: USCC!) { enterprise(uscc: $uscc) {
  timeline(first: 100) { nodes { id } }
  listEntries(kind: BLACK) { id }
  evaluation { points { fact { id } } }
} }`;

/**
 * Measures how soon the views of the credit office show what a department has written, over the whole product in one process.
 *
 * @param city - on whose server
 */
export async function measureFollowing(city: BenchCity): Promise<FollowingFigures> {
  const config = loadConfig({
    MONGODB_URI: city.uri,
    DATABASE_PREFIX: 'following_',
    DATA_DIR: city.folder,
    PORT: '0',
    LOG_LEVEL: 'warn',
  });
  const product = await startCity(config, createLogger(config), await loadDepartments());
  try {
    const times: number[] = [];
    for (let change = 0; change < CHANGES; change += 1) times.push(await measureChange(product, change));
    const sorted = times.slice(CHANGES / 10).toSorted((one, other) => one - other);
    const part = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? NaN;
    return { changes: sorted.length, p50: part(0.5), p95: part(0.95) };
  } finally {
    await product.stop();
  }
}

async function register({ askGraph }: RunningCity, uscc: string): Promise<void> {
  const input = { uscc, name: '示例企业', status: 'IN_BUSINESS', establishedOn: '2020-01-01' };
  const query =
    'mutation ($input: EnterpriseInput!) { enterpriseCreate(input: $input) { id errors { field message } } }';
  const { errors } = await askGraph(query, { input: { ...input, registrationAuthority: '某局' } }, STAFF);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
}

async function measureChange(product: RunningCity, change: number): Promise<number> {
  const { askGraph } = product;
  const uscc = sampleUscc('91', '350100', orgCodeBody(change, true));
  await register(product, uscc);
  const input = {
    ...{ subjectUscc: uscc, subjectName: '示例企业', violationKind: 'FOOD_SAFETY', listedOn: '2026-02-10' },
    ...{ reason: '情节严重', legalBasis: '市场监督管理严重违法失信名单管理办法第五条' },
    ...{ listingDocNo: `示严字〔2026〕${change}号`, listingAuthority: '某局' },
  };
  const { data, errors } = await askGraph<{ seriousViolationListingCreate: { id: string | null } }>(
    CREATE,
    { input },
    STAFF,
  );
  const id = data?.seriousViolationListingCreate?.id;
  if (typeof id !== 'string') throw new Error(JSON.stringify(errors.length > 0 ? errors : data));
  const start = performance.now();
  while (performance.now() - start < GIVE_UP_MS) {
    const views = await askGraph(VIEWS, { uscc }, ANONYMOUS);
    if (JSON.stringify(views.data).split(id).length === 4) return performance.now() - start;
    await pause(LOOK_MS);
  }
  throw new Error('The views do not follow.');
}
