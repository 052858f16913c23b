import { enterprises } from '../../../subgraphs/registry/collections/enterprises.ts';
import type { TestDepartment } from '../../kit/department.ts';
import { correct, ENTERPRISE, openRegistry, register } from './openRegistry.ts';

const OTHER = '9335018158311TC46J';

let registry: TestDepartment;
beforeEach(async () => {
  registry = await openRegistry();
});
afterEach(() => registry.close());

const stored = () => registry.subgraph.database.facts(enterprises).find().sort({ _id: 1 }).toArray();

describe('a correction of an enterprise', () => {
  it('takes its own code in any form', async () => {
    const { result } = await correct(registry, 'enterprise', ENTERPRISE, {
      uscc: ENTERPRISE.toLowerCase(),
      city: '福州',
    });
    expect(result).toMatchObject({ id: ENTERPRISE, revision: 2, errors: [] });
  });

  it.each([
    ['nobody', () => Promise.resolve()],
    ['somebody', () => register(registry, { uscc: OTHER, name: '福州第二有限公司' })],
  ])('refuses another code, that of %s, and nothing is written', async (_who, before) => {
    await before();
    const facts = await stored();
    const { result } = await correct(registry, 'enterprise', ENTERPRISE, { uscc: OTHER, city: '福州' });
    expect(result).toMatchObject({
      id: null,
      changed: false,
      errors: [
        {
          field: 'uscc',
          code: 'KEY_CHANGED',
          message:
            'the code that a record is kept by can not be changed (annul this record and enter one with the right code)',
        },
      ],
    });
    expect(await stored()).toEqual(facts);
  });

  it('refuses a negative capital instead of losing the one that is stored', async () => {
    await correct(registry, 'enterprise', ENTERPRISE, { registeredCapital: '5.00' });
    const facts = await stored();
    const { result } = await correct(registry, 'enterprise', ENTERPRISE, { registeredCapital: '-5.00' });
    expect(result).toMatchObject({ id: null, errors: [{ field: 'registeredCapital', code: 'AMOUNT_INVALID' }] });
    expect(await stored()).toEqual(facts);
  });
});
