import { department } from '../../../subgraphs/registry/department.ts';
import { ANONYMOUS, type Caller } from '../../../src/identity/Caller.ts';
import { openDepartment, staffOf, type TestDepartment } from '../../kit/department.ts';
import { ENTERPRISE, register, STAFF } from './openRegistry.ts';

let registry: TestDepartment;
beforeAll(async () => {
  registry = await openDepartment(department);
});
beforeEach(() => registry.subgraph.database.db.dropDatabase());
afterAll(() => registry.close());

async function read(selection: string, caller: Caller = ANONYMOUS, now = new Date('2026-06-15T04:00:00Z')) {
  const document = `query ($entity: [_Any!]!) {
    enterprise(uscc: "${ENTERPRISE}") { ${selection} }
    enterprises { nodes { ${selection} } }
    _entities(representations: $entity) { ... on Enterprise { ${selection} } }
  }`;
  const entity = [{ __typename: 'Enterprise', uscc: ENTERPRISE }];
  const { data, errors = [] } = await registry.ask(document, { entity }, { caller, now });
  return { data, codes: errors.map(({ extensions }) => extensions['code']) };
}

const throughEachDoor = (enterprise: unknown) => ({
  data: { enterprise, enterprises: { nodes: [enterprise] }, _entities: [enterprise] },
  codes: [],
});

describe('what a registration says beside its main items', () => {
  it('splits the scope of business where the source does, and keeps the whole text', async () => {
    const scopes = { businessScope: '服装批发；食品销售', generalScope: '服装批发', licensedScope: '食品销售' };
    await register(registry, { uscc: ENTERPRISE, name: '福州测试有限公司', ...scopes });
    expect(await read('businessScope generalScope licensedScope')).toEqual(throughEachDoor(scopes));
  });

  it('tells the kind of entity beside the type as printed', async () => {
    await register(registry, { uscc: ENTERPRISE, name: '福州测试合伙', entityType: '有限合伙' });
    expect(await read('entityKind')).toEqual(throughEachDoor({ entityKind: 'PARTNERSHIP' }));
  });

  it('tells beneficial owners to the registry alone, at every door', async () => {
    const beneficialOwners = [{ name: '林小红', basis: '直接持股', since: '2020-01-01' }];
    await register(registry, { uscc: ENTERPRISE, name: '福州测试有限公司', beneficialOwners });
    expect(await read('beneficialOwners { name basis since }', STAFF)).toEqual(throughEachDoor({ beneficialOwners }));
    const narrow = { ...STAFF, scopes: new Set(['registry:enterprise:write']) };
    for (const caller of [ANONYMOUS, staffOf('tax'), narrow]) {
      const { data, codes } = await read('beneficialOwners { name }', caller);
      expect(JSON.stringify(data)).not.toContain('林');
      expect(codes).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    }
  });

  it('tells filed documents to departments only', async () => {
    const filedDocs = [{ name: '章程', filedOn: '2020-01-01', docNo: null }];
    await register(registry, { uscc: ENTERPRISE, name: '福州测试有限公司', filedDocs });
    const selection = 'filedDocs { name filedOn docNo }';
    expect(await read(selection, staffOf('tax'))).toEqual(throughEachDoor({ filedDocs }));
    const { data, codes } = await read(selection);
    expect(JSON.stringify(data)).not.toContain('章程');
    expect(codes).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  });

  it.each([
    ['350100100012341', []],
    ['350100100012342', ['REGISTRATION_NO_CHECK']],
    ['3501001000123', ['REGISTRATION_NO_CHECK']],
  ])('keeps the old registration number %s as printed, with remarks %j', async (legacyRegistrationNo, flags) => {
    const { result } = await register(registry, { uscc: ENTERPRISE, name: '福州测试有限公司', legacyRegistrationNo });
    expect(result).toMatchObject({ qualityFlags: flags, errors: [] });
    expect(await read('legacyRegistrationNo')).toEqual(throughEachDoor({ legacyRegistrationNo }));
  });

  it('derives the days of a suspension that ended and of a simple deregistration', async () => {
    const days = { resumedOn: '2026-05-20', simpleDeregistrationNoticeFrom: '2026-06-01' };
    await register(registry, { uscc: ENTERPRISE, name: '福州测试有限公司', ...days });
    const selection = 'resumptionDueOn simpleDeregistrationNoticeUntil simpleDeregistrationDueOn';
    expect(await read(selection)).toEqual(
      throughEachDoor({
        resumptionDueOn: '2026-06-19',
        simpleDeregistrationNoticeUntil: '2026-06-21',
        simpleDeregistrationDueOn: '2026-07-11',
      }),
    );
  });

  it.each([
    ['2026-06-15T15:59:59Z', false],
    ['2026-06-15T16:00:00Z', true],
  ])('marks at %s in Shanghai who was revoked six months ago: %s', async (now, isMarkedUncancelled) => {
    const closure = { status: 'REVOKED', revokedOn: '2025-12-15' };
    await register(registry, { uscc: ENTERPRISE, name: '福州测试有限公司', ...closure });
    expect(await read('isMarkedUncancelled', ANONYMOUS, new Date(now))).toEqual(
      throughEachDoor({ isMarkedUncancelled }),
    );
  });
});
