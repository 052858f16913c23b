import { riskClasses } from '../../../subgraphs/registry/collections/riskClasses.ts';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { staffOf, type TestDepartment } from '../../kit/department.ts';
import { liveAsFact } from './liveAsFact.ts';
import { correct, create, entered, ENTERPRISE, openRegistry } from './openRegistry.ts';

const own = { level: 'C', computedOn: '2026-05-31', model: 'PROFESSIONAL', field: '特种设备', modelVersion: '2026.1' };
const input = { subjectUscc: ENTERPRISE, ...own };

let registry: TestDepartment;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.close());

describe('a risk class', () => {
  liveAsFact(() => registry, {
    collection: riskClasses,
    noun: 'riskClass',
    list: 'riskClasses',
    under: 'riskClasses',
    input,
    selection: 'decidedOn level computedOn period model field modelVersion',
    reads: { ...own, decidedOn: '2026-05-31', period: '2026-05' },
    correction: { level: 'D' },
    corrected: { level: 'D' },
    reader: staffOf('tax'),
  });

  it.each([
    ['the public', ANONYMOUS],
    ['credit agencies', { audience: 'AGENCY' as const, scopes: new Set(['agency:*', 'registry:*']) }],
  ])('is shown to %s on no path', async (_who, caller) => {
    const id = await entered(registry, 'riskClass', input);
    const { data, errors = [] } = await registry.ask(
      `query ($entity: [_Any!]!) {
        enterprise(uscc: "${ENTERPRISE}") { name riskClasses { totalCount } }
        riskClass(id: "${id}") { level }
        riskClasses { totalCount nodes { level } }
        _entities(representations: $entity) { ... on RiskClass { level } }
      }`,
      { entity: [{ __typename: 'RiskClass', id }] },
      { caller },
    );
    expect(data).toEqual({
      enterprise: { name: '福州测试有限公司', riskClasses: null },
      riskClass: null,
      riskClasses: null,
      _entities: [null],
    });
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(Array(4).fill('FORBIDDEN'));
  });

  it('is one per month and model: a second run in the month has to correct the first', async () => {
    const id = await entered(registry, 'riskClass', input);
    const second = { level: 'B', computedOn: '2026-05-02' };
    const entry = await create(registry, 'riskClass', { ...input, ...second });
    expect(entry.result).toMatchObject({ id: null, errors: [{ code: 'FACT_EXISTS' }] });
    expect((await correct(registry, 'riskClass', id, second)).result).toMatchObject({ id, revision: 2 });
    const june = await create(registry, 'riskClass', { ...input, computedOn: '2026-06-01' });
    const general = await create(registry, 'riskClass', { ...input, model: 'GENERAL', field: null });
    expect(new Set([id, june.result?.id, general.result?.id]).size).toBe(3);
    const { data } = await registry.ask(
      '{ riskClasses(level: C) { nodes { period model } } }',
      {},
      { caller: staffOf('registry') },
    );
    expect(data).toEqual({
      riskClasses: {
        nodes: [
          { period: '2026-06', model: 'PROFESSIONAL' },
          { period: '2026-05', model: 'GENERAL' },
        ],
      },
    });
  });
});
