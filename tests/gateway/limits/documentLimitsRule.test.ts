import { getIntrospectionQuery } from 'graphql';
import { DOCUMENT_LIMITS } from '../../../gateway/limits/documentLimits.ts';
import { startToyGateway, type ToyGateway } from '../../kit/startToyGateway.ts';

const USCC = '91350100M000100Y43';
const times = (count: number, of: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => of(at)).join(' ');

describe('the limits of a document, at the door', () => {
  let gateway: ToyGateway;

  beforeAll(async () => {
    gateway = await startToyGateway();
  });

  afterAll(() => gateway.stop());

  const ask = async (query: string, language = 'en') => {
    const body = JSON.stringify({ query });
    const headers = { 'content-type': 'application/json', 'accept-language': language };
    return (await gateway.send('/graphql', { method: 'POST', headers, body })).body;
  };
  const refusals = async (query: string) => (await ask(query)).errors?.map(({ extensions }) => extensions) as unknown;
  const refused = (limit: keyof typeof DOCUMENT_LIMITS, value: number) => ({
    code: 'DOCUMENT_LIMIT_EXCEEDED',
    details: { limit, value, most: DOCUMENT_LIMITS[limit] },
  });

  it('answers what stays within them, the introspection of explorers too', async () => {
    const introspection = getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true });
    expect((await ask(introspection)).errors).toBeUndefined();
    expect((await ask(`{ ${times(DOCUMENT_LIMITS.aliases, (at) => `a${at}: taxYears`)} }`)).errors).toBeUndefined();
  });

  it('refuses one alias too many, and asks nobody', async () => {
    const count = DOCUMENT_LIMITS.aliases + 1;
    const query = `{ ${times(count, (at) => `a${at}: taxYears`)} }`;
    expect(await refusals(query)).toEqual([refused('aliases', count)]);
    expect((await ask(query)).data).toBeUndefined();
    expect((await ask(query, 'zh-CN')).errors?.[0]?.message).toBe(
      `查询超过上限：aliases 为 ${count}，上限为 ${DOCUMENT_LIMITS.aliases}（按片段展开后计算）。`,
    );
  });

  it('refuses one directive too many', async () => {
    const count = DOCUMENT_LIMITS.directives + 1;
    expect(await refusals(`{ ${times(count, () => '... @include(if: true) { taxYears }')} }`)).toEqual([
      refused('directives', count),
    ]);
  });

  it('refuses fields that fragments multiply', async () => {
    const spread = times(80, (at) => `a${at}: enterprise(uscc: "${USCC}") { ...Names }`);
    const names = times(70, () => 'name');
    expect(await refusals(`{ ${spread} } fragment Names on Enterprise { ${names} }`)).toEqual([
      refused('fields', 80 * 71),
    ]);
  });

  it('refuses introspection that goes round in a circle', async () => {
    const depth = 12;
    const circle = `${'fields { type { '.repeat(depth)} name ${'} }'.repeat(depth)}`;
    const reply = await ask(`{ __schema { types { ${circle} } } }`);
    expect(reply.data).toBeUndefined();
    expect(reply.errors?.map(({ message }) => message)).toContain(
      'Maximum introspection depth exceeded: lists of fields or types may stand within each other 2 levels deep',
    );
  });
});
