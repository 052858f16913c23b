import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';
import { MeteredOperation } from '../../../gateway/limits/MeteredOperation.ts';
import { Metering } from '../../../gateway/limits/Metering.ts';
import { projectRoot } from '../../../src/config/projectRoot.ts';
import { UNLIMITED } from '../../../src/config/budgets.ts';
import { silent } from '../../kit/mongodConfig.ts';

const GRAPH = readFileSync(join(projectRoot(), 'schema', 'supergraph.graphql'), 'utf8');
const ASKED = parse('{ enterprises(first: 10) { nodes { name } } }');

describe('an operation that is paid for', () => {
  const OPEN = { capacity: 1_000, leakPerSecond: 1 };
  const metering = new Metering(GRAPH, { budgets: { ...UNLIMITED, OPEN } }, silent);
  afterAll(() => metering.close());

  it.each([
    ['where nobody could be asked for it, as it has no plan', null, false, 0],
    ['where it was refused', undefined, false, 0],
    ['where somebody was asked and nothing came of it', null, true, 2],
    ['where somebody was asked and the engine failed over it', undefined, true, 2],
    ['where it was answered', { enterprises: { nodes: [{ name: 'x' }] } }, true, 3],
    ['where it was answered without anybody', {}, false, 2],
  ])('costs %s', async (what, data, isAsked, actual) => {
    const payer = { key: what, budget: 'OPEN' } as const;
    const metered = new MeteredOperation(metering, { payer, isPriceOnly: false, request: {} });
    await metered.begin({ document: ASKED, operationName: undefined, variables: {} });
    const { cost, standing } = await metered.end(data, isAsked);
    expect([cost.actual, Math.round(standing?.remaining ?? 0)]).toEqual([actual, 1_000 - actual]);
  });
});
