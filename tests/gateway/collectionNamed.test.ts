import { collectionNamed } from '../../gateway/collectionNamed.ts';
import { loadDepartments } from '../../gateway/departments.ts';
import { IngestError } from '../../src/errors/IngestError.ts';

describe('collectionNamed', () => {
  it('finds a collection with its owner', async () => {
    const { owner, collection } = collectionNamed(await loadDepartments(), 'disclosure.penalties');
    expect([owner.name, collection.type]).toEqual(['disclosure', 'AdministrativePenalty']);
  });

  it('lists what there is where the name is unknown', async () => {
    const departments = await loadDepartments();
    const look = (): unknown => collectionNamed(departments, 'registry.penalties');
    expect(look).toThrow(IngestError);
    expect(look).toThrow(/no collection registry\.penalties\. Known: .*disclosure\.permits, .*registry\.enterprises/);
  });
});
