import { signDevToken } from '../../../src/identity/devTokens.ts';
import { identifyCaller, type Identify } from '../../../src/identity/identifyCaller.ts';
import { openKeyPair } from '../../../src/identity/keys.ts';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('who is calling', () => {
  const folder = temporaryFolder();
  let identify: Identify;
  let token: string;

  beforeAll(async () => {
    const key = await openKeyPair(folder, 'tokens');
    identify = identifyCaller(key);
    token = await signDevToken(key, { department: 'tax', operator: 'li', ttl: 60 });
  });

  it('is nobody in particular without a header', async () => {
    expect(await identify(undefined)).toBe(ANONYMOUS);
  });

  it('is a department with its token, however the scheme is spelt', async () => {
    expect(await identify(`Bearer ${token}`)).toMatchObject({ department: 'tax', operator: 'li' });
    expect(await identify(`bearer  ${token}`)).toMatchObject({ department: 'tax' });
  });

  for (const header of ['', 'Bearer', 'Bearer ', 'Basic dXNlcjpwYXNz', 'Bearer a b']) {
    it(`is refused, not taken for nobody, with the header "${header}"`, async () => {
      await expect(identify(header)).rejects.toMatchObject({ extensions: { code: 'TOKEN_INVALID' } });
    });
  }

  it('is refused with a token that has no scheme', async () => {
    await expect(identify(token)).rejects.toMatchObject({ extensions: { code: 'TOKEN_INVALID' } });
  });
});
