import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { PortalExample } from '../../src/portal/PortalExample.ts';
import { runProduct, startProduct } from '../kit/runProduct.ts';
import { temporaryFolder } from '../kit/temporaryFolder.ts';

const RICH = '91390103MA0ERR2975';
const LISTINGS = 'docs/examples/abnormal-listings.csv';
const COUNTS = `{ enterprise(uscc: "${RICH}") { name abnormalListings(first: 50) { totalCount } } enterprises { totalCount } }`;

interface Counts {
  readonly enterprise: { readonly name: string; readonly abnormalListings: { readonly totalCount: number } };
  readonly enterprises: { readonly totalCount: number };
}

interface Reply {
  readonly data: Counts & Readonly<Record<string, unknown>>;
  readonly errors?: unknown;
}

async function ask(url: string, query: string, variables: object = {}): Promise<Reply> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Reply;
}

async function feedOf(url: string): Promise<readonly unknown[]> {
  const { data } = await ask(url, '{ changes(first: 3) { nodes { factRef } } }');
  return (data['changes'] as { readonly nodes: readonly unknown[] }).nodes;
}

describe('the product as a new user meets it', () => {
  const environment = { DATA_DIR: join(temporaryFolder(), 'data') };

  it('starts with a city, takes in a file beside it, ends in order, and goes on where it was', async () => {
    const first = await startProduct(environment);
    expect(await (await fetch(`${first.url}/health/ready`)).json()).toMatchObject({ status: 'ready' });
    const page = await fetch(first.url);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('福州市公共信用图谱')]);
    const { data: searched, errors: refused } = await ask(
      first.url,
      '{ searchEnterprises(query: "餐饮") { totalCount } }',
    );
    expect(refused).toBeUndefined();
    expect((searched['searchEnterprises'] as { totalCount: number }).totalCount).toBeGreaterThan(0);
    // The timeline follows the facts by itself; from then on the first page of the feed has rows.
    while ((await feedOf(first.url)).length < 3) await pause(100);
    const examples = (await (await fetch(`${first.url}/portal/open.json`)).json()) as readonly PortalExample[];
    for (const { title, query, variables } of examples) {
      const { data, errors } = await ask(first.url, query, variables);
      expect({ title, errors }).toEqual({ title, errors: undefined });
      expect(Object.values(data).every((value) => value !== null)).toBe(true);
    }

    const before = (await ask(first.url, COUNTS)).data;
    expect(before.enterprises.totalCount).toBe(2_000);
    const imported = await runProduct(['import', 'registry.abnormalListings', LISTINGS, '--json'], environment);
    expect({ err: imported.err, code: imported.code }).toEqual({ err: '', code: 0 });
    expect(JSON.parse(imported.out)).toMatchObject({
      read: 3,
      accepted: 2,
      quarantined: 1,
      linked: { USCC: 1, NAME: 1 },
      besideSample: true,
    });
    const after = (await ask(first.url, COUNTS)).data;
    expect(after.enterprise.abnormalListings.totalCount).toBe(before.enterprise.abnormalListings.totalCount + 2);

    const occupied = await runProduct(['start'], { ...environment, PORT: '0' });
    expect([occupied.code, occupied.out]).toEqual([1, '']);
    expect(occupied.err).toContain('DATA_DIR_IN_USE');
    expect(await first.end('SIGTERM')).toBe(0);
    const backup = join(environment.DATA_DIR, '..', 'backup');
    cpSync(environment.DATA_DIR, backup, { recursive: true });

    const second = await startProduct(environment);
    expect((await ask(second.url, COUNTS)).data).toEqual(after);
    await second.end('SIGKILL');

    const third = await startProduct(environment);
    expect((await ask(third.url, COUNTS)).data).toEqual(after);
    expect(await third.end('SIGINT')).toBe(0);

    rmSync(environment.DATA_DIR, { recursive: true });
    cpSync(backup, environment.DATA_DIR, { recursive: true });
    const verified = await runProduct(['ledger', 'verify'], environment);
    expect({ err: verified.err, code: verified.code }).toEqual({ err: '', code: 0 });
    const restored = await startProduct(environment);
    expect((await ask(restored.url, COUNTS)).data).toEqual(after);
    expect(await restored.end('SIGTERM')).toBe(0);
  }, 180_000);

  it('imports alone as well, with a server for the duration of the command', async () => {
    const alone = { DATA_DIR: join(environment.DATA_DIR, '..', 'alone') };
    const { code, out } = await runProduct(['import', 'registry.abnormalListings', LISTINGS], alone);
    expect(code).toBe(0);
    expect(out).toContain('rows read: 3');
    const chinese = { ...alone, LANG: 'zh_CN.UTF-8' };
    const again = await runProduct(['import', 'registry.abnormalListings', LISTINGS], chinese);
    expect(again.out).toContain('没有任何变化');
  }, 60_000);

  it('says what is wrong and what to do, without a stack trace', async () => {
    const missing = await runProduct(['import', 'registry.abnormalListings', 'nothing.csv'], environment);
    expect(missing).toMatchObject({ code: 1, out: '' });
    expect(missing.err).toContain('There is no file nothing.csv.');
    expect(missing.err).not.toMatch(/\n\s+at /);
    const stranger = await runProduct(
      ['import', 'registry.abnormalListings', LISTINGS, '--as', 'li@judiciary'],
      environment,
    );
    expect([stranger.code, stranger.err]).toEqual([1, expect.stringContaining('--as name@registry')]);
  }, 60_000);
});
