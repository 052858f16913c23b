import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { DOORS } from '../../gateway/doors/Door.ts';
import { DOOR_WORDS } from '../../src/portal/doorWords.ts';
import { ANONYMOUS, type Caller } from '../../src/identity/Caller.ts';
import { inChromium, launchChromium, NO_CHROMIUM as reason } from '../kit/chromium.ts';
import { doorHeaders } from '../kit/doorPath.ts';
import { startToyGateway, type ToyGateway } from '../kit/startToyGateway.ts';

/** A web site of somebody else. */
interface Site {
  readonly origin: string;
  readonly server: Server;
}

const NONE: ReadonlySet<string> = new Set();
/** By what stands in place of a token. */
const CALLERS: Readonly<Record<string, Caller>> = {
  AGENCY: { audience: 'AGENCY', operator: 'bank', scopes: NONE },
  SUBJECT: { audience: 'SUBJECT', subject: '91350100M000100Y43', operator: 'li', scopes: NONE },
  INTERNAL: { audience: 'INTERNAL', department: 'tax', operator: 'li', scopes: NONE },
};

async function startSite(): Promise<Site> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>site</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` };
}

describe('the doors from a page in a browser', () => {
  let gateway: ToyGateway;
  let browser: Browser;
  let listed: Site;
  let other: Site;

  beforeAll(async () => {
    if (reason !== '') return;
    listed = await startSite();
    other = await startSite();
    gateway = await startToyGateway({
      corsOrigins: { AGENCY: [listed.origin], SUBJECT: [listed.origin], INTERNAL: [listed.origin] },
      identify: async (authorization) => Promise.resolve(CALLERS[authorization ?? ''] ?? ANONYMOUS),
    });
    browser = await launchChromium();
  }, 60_000);

  afterAll(async () => {
    if (reason !== '') return;
    await browser.close();
    await gateway.stop();
    for (const { server } of [listed, other]) server.close();
  });

  const pageOf = async (url: string): Promise<Page> => {
    const page = await browser.newPage({ locale: 'zh-CN' });
    await page.goto(url);
    return page;
  };
  /** What a script of a page gets to read of an answer, or that the browser keeps it from it. */
  const askFrom = async (page: Page, path: string, headers: Readonly<Record<string, string>> = {}): Promise<unknown> =>
    page.evaluate(
      async ([url, more]) => {
        try {
          const response = await fetch(url, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...more },
            body: JSON.stringify({ query: '{ department }' }),
          });
          return await response.json();
        } catch {
          return 'kept from the page';
        }
      },
      [gateway.url + path, headers] as const,
    );

  inChromium(`answer any page at the public’s, and listed pages alone at the others${reason}`, async () => {
    const [mine, theirs] = [await pageOf(listed.origin), await pageOf(other.origin)];
    for (const path of ['/open/graphql', '/graphql']) {
      expect(await askFrom(theirs, path)).toEqual({ data: { department: null } });
    }
    for (const { path, audience } of DOORS.filter((door) => door.audience !== 'OPEN')) {
      const headers = { authorization: audience, ...doorHeaders(path) };
      const asked = (): unknown[] =>
        gateway.probe.fetches.filter(({ request }) => request.caller.audience === audience);
      const answer = { data: { department: CALLERS[audience]?.department ?? null } };
      expect([path, await askFrom(mine, path, headers)]).toEqual([path, answer]);
      expect([path, await askFrom(theirs, path, headers)]).toEqual([path, 'kept from the page']);
      expect(asked()).toHaveLength(1);
    }
    await mine.close();
    await theirs.close();
  });

  inChromium(`are explained at the root, which leads to the page of each${reason}`, async () => {
    const page = await pageOf(gateway.url);
    expect(await page.locator('.doors code').allInnerTexts()).toEqual(DOORS.map(({ path }) => `POST ${path}`));
    for (const { name, title } of DOOR_WORDS) {
      expect(await page.locator(`.doors a[href="/${name}"] h3`).innerText()).toContain(title);
    }
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.close();
  });
});
