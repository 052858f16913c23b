import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

/** What stands behind the title of a test that is skipped; empty where there is a browser. */
export const NO_CHROMIUM = CHROMIUM === undefined ? ' (skipped: no Chromium in /usr/bin)' : '';

/** A test that needs a browser; counted as skipped where there is none. */
export const inChromium = CHROMIUM === undefined ? it.skip : it;

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page on which nothing but the gateway can be reached, and what it asked for elsewhere or complained of. */
export interface ClosedPage {
  readonly page: Page;
  readonly foreign: string[];
  readonly complaints: string[];
}

/**
 * Starts the browser of this machine.
 *
 * @throws Error where there is none
 */
export async function launchChromium(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error('There is no Chromium in /usr/bin');
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/**
 * Opens the explorer of the public’s door with every other host blocked, and waits until its editor shows a query.
 *
 * @param browser - from {@link launchChromium}
 * @param url - where the gateway listens
 */
export async function openClosedPage(browser: Browser, url: string): Promise<ClosedPage> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 860 } });
  const page = await context.newPage();
  const foreign: string[] = [];
  const complaints: string[] = [];
  await context.route(
    (address) => address.origin !== url && address.protocol.startsWith('http'),
    (route) => {
      foreign.push(route.request().url());
      return route.abort();
    },
  );
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${url}/open`);
  await page.waitForSelector('.graphiql-query-editor .view-line');
  return { page, foreign, complaints };
}
