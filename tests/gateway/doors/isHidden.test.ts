import { isHidden } from '../../../gateway/doors/isHidden.ts';
import { AUDIENCES } from '../../../src/identity/Caller.ts';
import type { Access } from '../../../src/policy/Access.ts';

const existsAt = (access: Partial<Access>): readonly string[] =>
  AUDIENCES.filter((audience) => !isHidden({ audience: 'OPEN', scopes: [], ...access }, audience));

describe('isHidden', () => {
  it('leaves a coordinate to its audience and to wider ones', () => {
    expect(existsAt({})).toEqual(['OPEN', 'AGENCY', 'SUBJECT', 'INTERNAL']);
    expect(existsAt({ audience: 'AGENCY' })).toEqual(['AGENCY', 'SUBJECT', 'INTERNAL']);
    expect(existsAt({ audience: 'SUBJECT' })).toEqual(['SUBJECT', 'INTERNAL']);
    expect(existsAt({ audience: 'INTERNAL', scopes: ['tax:rating:write'] })).toEqual(['INTERNAL']);
  });

  it('keeps from the enterprise concerned what is withheld from it', () => {
    expect(existsAt({ audience: 'AGENCY', notSubject: true })).toEqual(['AGENCY', 'INTERNAL']);
  });

  it('keeps from everybody what is for the software of departments', () => {
    expect(existsAt({ audience: 'INTERNAL', scopes: ['service:remedy:effect'] })).toEqual([]);
  });
});
