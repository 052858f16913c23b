import { makeCredential } from '../../src/identity/clients/credentialText.ts';
import { signDevToken } from '../../src/identity/devTokens.ts';
import { openKeyPair } from '../../src/identity/keys.ts';
import { findSecrets } from './findSecrets.ts';
import { temporaryFolder } from './temporaryFolder.ts';

describe('secrets in what was said', () => {
  const folder = temporaryFolder();
  const kindsIn = (text: string): readonly string[] => findSecrets(text).map(({ kind }) => kind);

  it('are found: each kind, as the product makes it', async () => {
    const key = await openKeyPair(folder, 'tokens');
    const token = await signDevToken(key, { department: 'tax', operator: 'li', ttl: 60 });
    expect(kindsIn(`{"key":"${(await makeCredential('KEY')).text}"}`)).toEqual(['API key or client secret']);
    expect(kindsIn((await makeCredential('SECRET')).text)).toEqual(['API key or client secret']);
    expect(kindsIn(`authorization: Bearer ${token}`)).toEqual(['token']);
    expect(kindsIn('connect mongodb://city:geheim@db.internal:27017/')).toEqual(['password']);
    expect(kindsIn('redis://:geheim@127.0.0.1')).toEqual(['password']);
    for (const number of ['11010519491231002X', '11010519491231002x', '350102199001011234'])
      expect(kindsIn(`"name":"某${number}"`)).toEqual(['ID number']);
  });

  it('are told with their line and not with themselves', () => {
    expect(findSecrets('fine\n{"no":"11010519491231002X"}')).toEqual([
      { line: 2, kind: 'ID number', text: '{"no":"…"}' },
    ]);
  });

  it('are nothing else: codes of enterprises, ids, instants, addresses', () => {
    const line = '91350100M000100Y43 91350100705362917E 11350100003604001U 350100202606150000 1780000000000';
    expect(findSecrets(`${line}\nmongodb://127.0.0.1:27017/?replicaSet=rs0\nhttp://127.0.0.1:4000/graphql`)).toEqual(
      [],
    );
  });
});
