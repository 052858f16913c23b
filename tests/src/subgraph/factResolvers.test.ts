import { defineCollection } from '../../../src/data/FactCollection.ts';
import { text } from '../../../src/data/fields/text.ts';
import { ANONYMOUS, type Caller } from '../../../src/identity/Caller.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { personalResolvers } from '../../../src/subgraph/factResolvers.ts';
import { staffOf } from '../../kit/department.ts';

const words = { title: '字段', description: 'A field.' };
const people = defineCollection({
  department: 'toy',
  name: 'people',
  type: 'Person',
  title: '人员',
  description: 'People.',
  kind: 'FACT',
  naturalKey: ['name'],
  usageScope: 'PUBLIC',
  polarity: 'NEUTRAL',
  catalogueKind: 1,
  fields: {
    name: text(words, 50, { personal: 'PERSON_NAME' }),
    idNo: text(words, 50, { personal: 'ID_NUMBER' }),
    phone: text(words, 50, { personal: 'PHONE' }),
    address: text(words, 200, { personal: 'ADDRESS' }),
    post: text(words, 50),
  },
});
const person = { name: '欧阳修', idNo: '350102199001010013', phone: '13812345678', address: '福州市鼓楼区一街二号' };

type Resolver = (fact: object, args: unknown, context: SubgraphContext) => unknown;

function shown(caller: Caller, fact: object = person): Record<string, unknown> {
  const resolvers = Object.entries(personalResolvers(people)) as [string, Resolver][];
  return Object.fromEntries(
    resolvers.map(([name, resolve]) => [name, resolve(fact, {}, { caller } as SubgraphContext)]),
  );
}

describe('personalResolvers', () => {
  it.each([
    ['the public', ANONYMOUS],
    ['another department', staffOf('tax')],
  ])('masks personal fields, and no others, for %s', (_who, caller) => {
    expect(shown(caller)).toEqual({ name: '欧阳某', idNo: null, phone: '138****5678', address: '福州市鼓楼区' });
  });

  it('shows them to the owner, an ID number without its birth date', () => {
    expect(shown(staffOf('toy'))).toEqual({ ...person, idNo: '350***********0013' });
  });

  it('leaves fields without a value alone', () => {
    expect(Object.values(shown(ANONYMOUS, {}))).toEqual([undefined, undefined, undefined, undefined]);
  });
});
