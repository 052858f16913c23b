import { openConnection } from '../../../src/data/DepartmentDatabase.ts';
import { testDatabase } from '../../kit/mongo.ts';

describe('a connection to the server of a department', () => {
  it('reads from the primary, whatever its address prefers: what was taken back is read nowhere', async () => {
    const address = new URL(testDatabase().uri);
    address.searchParams.set('readPreference', 'secondaryPreferred');
    const connection = await openConnection(address.href);
    expect(connection.getClient().db('any').collection('any').readPreference?.mode).toBe('primary');
    await connection.close();
  });
});
