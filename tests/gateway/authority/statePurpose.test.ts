import { readFile } from 'node:fs/promises';
import { buildSchema, isEnumType } from 'graphql';
import { demandPurpose, statePurpose } from '../../../gateway/authority/statePurpose.ts';
import { ANONYMOUS, type Caller } from '../../../src/identity/Caller.ts';
import { PURPOSES } from '../../../src/identity/Purpose.ts';

const AGENCY: Caller = { audience: 'AGENCY', scopes: new Set() };
const refusal = (code: string): Error => expect.objectContaining({ code }) as Error;

describe('the purpose of a request', () => {
  it('is one of the list, which is the same in the graph', async () => {
    const sdl = await readFile('schema/enums.graphql', 'utf8');
    const purpose = buildSchema(sdl, { assumeValidSDL: true }).getType('QueryPurpose');
    const values = isEnumType(purpose) ? purpose.getValues() : [];
    expect(values.map(({ name, description }) => [name, /\((.+)\)\.$/.exec(description ?? '')?.[1]])).toEqual(
      Object.entries(PURPOSES),
    );
  });

  it('joins the caller as it is stated', () => {
    expect(statePurpose(AGENCY, { 'x-purpose': 'BIDDING' })).toEqual({ ...AGENCY, purpose: 'BIDDING' });
    expect(statePurpose(ANONYMOUS, {})).toBe(ANONYMOUS);
  });

  it.each(['', 'bidding', ' BIDDING', 'BIDDING, BIDDING', 'toString', '110101199003077758'])(
    'is refused as "%s", which is not repeated',
    (stated) => {
      const refused = (): Caller => statePurpose(AGENCY, { 'x-purpose': stated });
      expect(refused).toThrow(refusal('PURPOSE_UNKNOWN'));
      if (stated.length > 15) expect(refused).not.toThrow(stated);
    },
  );

  it('is demanded of agencies alone', () => {
    expect(() => {
      demandPurpose(AGENCY);
    }).toThrow(refusal('PURPOSE_REQUIRED'));
    for (const audience of ['OPEN', 'SUBJECT', 'INTERNAL'] as const)
      expect(() => {
        demandPurpose({ audience, scopes: new Set() });
      }).not.toThrow();
  });
});
