import { department } from '../../../subgraphs/registry/department.ts';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { openDepartment, staffOf, type TestDepartment } from '../../kit/department.ts';
import { annul, ENTERPRISE, register } from './openRegistry.ts';

const [FIRST, SECOND, ANNULLED] = [ENTERPRISE, '9335018158311TC46J', '12350100488100231A'];

let registry: TestDepartment;
beforeAll(async () => {
  registry = await openDepartment(department);
  await register(registry, { uscc: FIRST, name: '福州测试（集团）有限公司' });
  await register(registry, { uscc: SECOND, name: '福州同名有限公司' });
  await register(registry, { uscc: '91350100705362918H', name: '福州同名有限公司' });
  await register(registry, { uscc: ANNULLED, name: '福州撤销有限公司' });
  await annul(registry, 'enterprise', ANNULLED);
});
afterAll(() => registry.close());

const ask = (orgCodes: readonly string[], names: readonly string[], caller = staffOf('judiciary')) =>
  registry.ask(
    'query ($orgCodes: [String!]!, $names: [String!]!) { enterpriseLinks(orgCodes: $orgCodes, names: $names) { orgCode name uscc } }',
    { orgCodes, names },
    { caller },
  );

describe('links to enterprises', () => {
  it('are found by organisation code and by the exact name, in each way that it is written', async () => {
    const names = [
      '福州测试(集团)有限公司',
      '福州测试集团有限公司',
      '福州测试【集团】有限公司',
      '福州测试(集团)有限公司',
    ];
    const { data } = await ask(['705362917', '000000000'], names);
    expect(data).toEqual({
      enterpriseLinks: [
        { orgCode: '705362917', name: null, uscc: FIRST },
        { orgCode: null, name: '福州测试(集团)有限公司', uscc: FIRST },
        { orgCode: null, name: '福州测试【集团】有限公司', uscc: FIRST },
      ],
    });
  });

  it('are none where a name is borne by two, or the enterprise was annulled', async () => {
    const { data } = await ask(['488100231'], ['福州同名有限公司', '福州撤销有限公司']);
    expect(data).toEqual({ enterpriseLinks: [] });
  });

  it('are for departments only, and at most 1,000 at once', async () => {
    const refused = await ask(['705362917'], [], ANONYMOUS);
    expect([refused.data, refused.errors?.[0]?.extensions['code']]).toEqual([{ enterpriseLinks: null }, 'FORBIDDEN']);
    const tooMany = await ask(Array<string>(1001).fill('705362917'), []);
    expect(tooMany.errors?.[0]?.extensions['code']).toBe('LIST_TOO_LONG');
  });
});
