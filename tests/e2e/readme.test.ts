import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadDepartments } from '../../gateway/departments.ts';
import { startCity, type RunningCity } from '../../gateway/startCity.ts';
import { loadConfig } from '../../src/config/env.ts';
import { projectRoot } from '../../src/config/projectRoot.ts';
import { testDatabase } from '../kit/mongo.ts';
import { silent } from '../kit/mongodConfig.ts';
import { runProduct, type CommandResult } from '../kit/runProduct.ts';
import { temporaryFolder } from '../kit/temporaryFolder.ts';

const README = readFileSync(join(projectRoot(), 'README.md'), 'utf8');

/** What the README's answer was recorded on. */
const AS_OF = '2026-06-15';

/** The contents of the code blocks of one language. */
function blocks(language: string, text = README): string[] {
  return Array.from(
    text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g')),
    ([, block = '']) => block,
  );
}

const CREDIT = readFileSync(join(projectRoot(), 'docs', 'credit.md'), 'utf8');

/** Every call of the command in blocks and in running text, each once and in order. */
function commands(): string[] {
  return [...new Set(Array.from(README.matchAll(/npx credit-graph ([^`\n]+)/g), ([, words = '']) => words.trim()))];
}

const SEARCH = readFileSync(join(projectRoot(), 'docs', 'search.md'), 'utf8');

const BUDGETS = readFileSync(join(projectRoot(), 'docs', 'budgets.md'), 'utf8');

const IDENTITY = readFileSync(join(projectRoot(), 'docs', 'identity.md'), 'utf8');

describe('the README', () => {
  const folder = temporaryFolder();
  const database = testDatabase();
  const environment = {
    MONGODB_URI: database.uri,
    DATABASE_PREFIX: database.prefix,
    DATA_DIR: join(folder, 'data'),
    PORT: '0',
  };
  const run = (words: string): Promise<CommandResult> => runProduct(words.split(' '), environment, folder);

  beforeAll(async () => {
    cpSync(join(projectRoot(), 'docs'), join(folder, 'docs'), { recursive: true });
    expect(await run(`sample --as-of ${AS_OF}`)).toMatchObject({ code: 0 });
  }, 120_000);
  afterAll(() => database.drop());

  it('names the scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { scripts: object };
    const named = Array.from(README.matchAll(/npm (?:run )?(start|test|check|bench[\w:-]*)/g), ([, name = '']) => name);
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('leads to files that there are', () => {
    const links = Array.from(README.matchAll(/\]\((?!http)([^)#]+)/g), ([, path = '']) => path);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((path) => !existsSync(join(projectRoot(), path)))).toEqual([]);
  });

  describe('beside a city that runs', () => {
    let city: RunningCity;
    beforeAll(async () => {
      const clock = () => new Date(`${AS_OF}T04:00:00Z`);
      const config = loadConfig({ ...process.env, ...environment });
      city = await startCity(config, silent, await loadDepartments(), { clock });
      await city.settled();
    }, 120_000);
    afterAll(() => city.stop());

    it('leads to a page whose queries answer, and whose commands the README has too', async () => {
      const queries = blocks('graphql', CREDIT);
      const answers = await Promise.all(
        queries.map(async (query) => {
          const headers = { 'content-type': 'application/json' };
          const reply = await fetch(`${city.url}/graphql`, {
            method: 'POST',
            headers,
            body: JSON.stringify({ query }),
          });
          return (await reply.json()) as { readonly data?: unknown; readonly errors?: unknown };
        }),
      );
      expect(answers.map(({ errors }) => errors)).toEqual(queries.map(() => undefined));
      expect(JSON.stringify(answers)).not.toMatch(/"totalCount":0|"grade":null|"lastOn":null/);
      expect(blocks('sh', CREDIT)).toEqual(blocks('sh').filter((block) => block.includes('ledger')));
    }, 120_000);

    it('leads to a page on finding and matching whose queries find what they look for, and whose commands work', async () => {
      const answers: unknown[] = [];
      for (const query of blocks('graphql', SEARCH)) {
        const headers = { 'content-type': 'application/json' };
        const reply = await fetch(`${city.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
        answers.push(await reply.json());
      }
      const outcomes: [number, string][] = [];
      for (const block of blocks('sh', SEARCH)) {
        const { code, err } = await run(block.trim().replace('npx credit-graph ', ''));
        outcomes.push([code, err]);
      }
      expect(answers.length).toBeGreaterThan(2);
      expect(JSON.stringify(answers)).not.toMatch(/"errors"|"(?:candidates|nodes|suggestEnterprises)":\[\]/);
      expect(outcomes).toEqual([
        [0, ''],
        [0, ''],
      ]);
      const table = readFileSync(join(folder, 'matched.csv'), 'utf8');
      expect(table.match(/,是,/g)).toHaveLength(2);
      rmSync(join(folder, 'matched.csv'));
    }, 300_000);

    it('leads to a page on budgets whose queries answer, with the budgets that hold', async () => {
      const config = loadConfig(environment);
      const [query = ''] = blocks('graphql', BUDGETS);
      const [, priced = ''] = /-d '(.*)'/.exec(blocks('sh', BUDGETS)[0] ?? '') ?? [];
      const send = async (body: string, more = {}): Promise<unknown> => {
        const headers = { 'content-type': 'application/json', ...more };
        return (await fetch(`${city.url}/graphql`, { method: 'POST', headers, body })).json();
      };
      const { capacity } = config.budgets.OPEN ?? {};
      expect(await send(JSON.stringify({ query }))).toMatchObject({ data: { budget: { capacity } } });
      expect(await send(priced, { 'x-credit-graph-price-only': '1' })).toMatchObject({
        data: null,
        extensions: { cost: { estimated: 102, actual: null, capacity } },
      });
      for (const [audience, budget] of Object.entries(config.budgets)) {
        const row =
          BUDGETS.split('\n').find((line) => /^\|.*`BUDGET_/.test(line) && line.includes(`BUDGET_${audience}\``)) ?? '';
        const figures = row.split('|').flatMap((cell) => (/^ *\d+ *$/.test(cell) ? Number(cell) : []));
        expect([audience, ...figures]).toEqual([audience, budget?.capacity, budget?.leakPerSecond]);
      }
    });

    it('shows a query with the answer that it has', async () => {
      const response = await fetch(`${city.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: blocks('graphql')[0] }),
      });
      const { extensions, ...answer } = (await response.json()) as { readonly extensions: object };
      // What is left of a budget is another number each time.
      expect(Object.keys(extensions)).toEqual(['cost']);
      expect(answer).toEqual(JSON.parse(blocks('json')[0] ?? 'null'));
    }, 60_000);
  });

  it('leads to a page on callers whose commands work', async () => {
    const lines = blocks('sh', IDENTITY).flatMap((block) => block.trim().split('\n'));
    const outcomes: [string, number, string][] = [];
    for (const line of lines) {
      const { code, err } = await run(line.replace('npx credit-graph ', ''));
      outcomes.push([line, code, err]);
    }
    expect(outcomes.length).toBeGreaterThan(6);
    expect(outcomes.filter(([, code]) => code !== 0)).toEqual([]);
  }, 240_000);

  it('gives commands that work, in their order', async () => {
    const outcomes: [string, number, string][] = [];
    for (const words of commands()) {
      const { code, err } = await run(words);
      outcomes.push([words, code, err]);
    }
    expect(outcomes.length).toBeGreaterThan(8);
    expect(outcomes.filter(([, code]) => code !== 0)).toEqual([]);
    expect(existsSync(join(folder, 'listings.xlsx'))).toBe(true);
    expect(readFileSync(join(folder, 'to-correct.csv'), 'utf8')).toContain('今年七月初');
  }, 240_000);
});
