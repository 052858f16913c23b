import type { Caller } from '../../../src/identity/Caller.ts';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { startToyGateway } from '../../kit/startToyGateway.ts';
import { TOY_CODES } from '../../kit/toySubgraphs.ts';

const QUERY = 'query($uscc: USCC!) { enterprise(uscc: $uscc) { name taxRating arrears docket } }';
const ASKED = { 'x-credit-graph-plan': '1' };
const operator: Caller = {
  audience: 'INTERNAL',
  department: 'registry',
  operator: 'li',
  scopes: new Set(['registry:*', 'gateway:plan:read']),
};

interface Planned {
  readonly plan: { readonly steps: unknown; readonly requests: readonly Readonly<Record<string, unknown>>[] };
}

async function ask(caller: Caller, headers: Readonly<Record<string, string>> = ASKED) {
  const gateway = await startToyGateway({ engine: 'own', identify: async () => Promise.resolve(caller) });
  const { body, text } = await gateway.ask(QUERY, { uscc: TOY_CODES[0] }, headers);
  const planned = gateway.engine.planCache?.().misses;
  await gateway.stop();
  return { ...body, extensions: body.extensions as Planned | undefined, text, planned };
}

describe('the plan of an operation', () => {
  it('is shown to a department that asks for it and may read plans: its steps, and what was sent', async () => {
    const { data, extensions, planned } = await ask(operator);
    // It is shown as it was made, and not made once more where a planner that ends its process would end the gateway.
    expect(planned).toBe(1);
    expect(data).toMatchObject({ enterprise: { taxRating: 'A', docket: 'D-1' } });
    const { steps, requests } = extensions?.plan ?? { steps: undefined, requests: [] };
    expect(JSON.stringify(steps)).toContain('"kind":"QueryPlan"');
    const sent = requests.toSorted((a, b) => String(a['department']).localeCompare(String(b['department'])));
    expect(sent).toMatchObject([
      { department: 'courts', representations: 1, path: 'enterprise', errors: 0 },
      { department: 'registry', representations: 0, path: '', errors: 0 },
      { department: 'tax', representations: 1, path: 'enterprise', errors: 0 },
    ]);
    for (const { ms, startedAfterMs, query } of sent) {
      expect([typeof ms, typeof startedAfterMs]).toEqual(['number', 'number']);
      expect(query).toContain('{');
    }
  });

  it('holds no variables, which may be personal data', async () => {
    const { extensions } = await ask(operator);
    expect(JSON.stringify(extensions)).not.toContain(TOY_CODES[0]);
  });

  it.each<[string, Caller, Record<string, string>?]>([
    ['does not ask', operator, {}],
    ['asks by another word', operator, { 'x-credit-graph-plan': 'yes' }],
    ['is nobody', ANONYMOUS],
    ['is a department without the scope', { ...operator, scopes: new Set(['registry:*']) }],
    ['is no department', { ...operator, audience: 'AGENCY' }],
  ])('is not shown to a caller who %s', async (_who, caller, headers = ASKED) => {
    const { data, extensions } = await ask(caller, headers);
    expect(data).toMatchObject({ enterprise: { taxRating: 'A' } });
    expect(extensions).toBeUndefined();
  });
});
