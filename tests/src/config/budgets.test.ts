import { DEFAULT_BUDGETS } from '../../../src/config/budgets.ts';
import { loadConfig } from '../../../src/config/env.ts';

describe('the budgets of the environment', () => {
  it('take the place of the defaults one by one', () => {
    const { budgets, redisUrl, trustedProxies } = loadConfig({
      BUDGET_OPEN: '500/10',
      BUDGET_KEY: '900/90',
      BUDGET_AGENCY: 'off',
      BUDGET_SUBJECT: '',
      REDIS_URL: 'rediss://:secret@redis:6380/1',
      TRUSTED_PROXIES: '2',
    });
    expect(budgets).toEqual({
      ...DEFAULT_BUDGETS,
      OPEN: { capacity: 500, leakPerSecond: 10 },
      KEY: { capacity: 900, leakPerSecond: 90 },
      AGENCY: undefined,
    });
    expect([redisUrl, trustedProxies]).toEqual(['rediss://:secret@redis:6380/1', 2]);
  });

  for (const [name, value] of [
    ['BUDGET_OPEN', '500'],
    ['BUDGET_OPEN', '0/10'],
    ['BUDGET_INTERNAL', '500/0'],
    ['BUDGET_INTERNAL', '-1/5'],
    ['BUDGET_SUBJECT', 'OFF'],
    ['REDIS_URL', 'http://redis:6379'],
    ['TRUSTED_PROXIES', '-1'],
    ['TRUSTED_PROXIES', 'all'],
  ] as const) {
    it(`refuse ${name}=${value}`, () => {
      expect(() => loadConfig({ [name]: value })).toThrow(name);
    });
  }
});
