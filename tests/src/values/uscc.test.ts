import fc from 'fast-check';
import { checkUscc } from '../../../src/values/uscc.ts';
import { citizenIdOf } from './citizenIdOf.ts';
import { ALPHABET, checkCharacter, validCode } from './validCodes.ts';

const accepted = (uscc: string, warnings: string[] = []) => ({ ok: true, uscc, repaired: false, warnings });

describe('checkUscc on valid codes', () => {
  it('accepts every code whose check character holds, as it is', () => {
    fc.assert(
      fc.property(validCode, (code) => {
        expect(checkUscc(code)).toMatchObject({ ok: true, uscc: code, repaired: false });
      }),
    );
  });

  it.each([
    ['enterprise', '91350100705362917E'],
    ['individual household', '92350102MA33K1X74B'],
    ['cooperative', '9335018158311TC46J'],
    ['public institution', '12350100488100231A'],
    ['government agency', '113501000036100079'],
    ['social organisation', '51350100500123453B'],
    ['foundation', '53350000772901108H'],
    ['law firm', '31350000MD00N5J832'],
    ['union', '81350104MC01P2Q37P'],
    ['village collective', 'N2350121MF04R7T26J'],
    ['other', 'Y1350100G348122069'],
  ])('accepts the code of a %s without a remark', (_kind, code) => {
    expect(checkUscc(code)).toEqual(accepted(code));
  });

  it('accepts a wrong organisation-code check with a remark', () => {
    expect(checkUscc('91350100705362918H')).toEqual(accepted('91350100705362918H', ['ORG_CODE_CHECK']));
  });

  it('accepts a pair of department and category that the table does not list, with a remark', () => {
    const code = withCheck('G1350100705362917');
    expect(checkUscc(code)).toEqual(accepted(code, ['UNKNOWN_CATEGORY']));
  });

  it('accepts a division that no longer exists', () => {
    const code = withCheck('91350182705362917');
    expect(checkUscc(code)).toEqual(accepted(code));
  });

  it('accepts a valid code that is also a citizen ID by form, with a remark', () => {
    const both = Array.from({ length: 999 }, (_, sequence) => citizenIdOf('513501', '19900307', sequence)).filter(
      (id) => checkCharacter(id.slice(0, 17)) === id.charAt(17),
    );
    expect(both.length).toBeGreaterThan(0);
    for (const code of both) {
      expect(checkUscc(code)).toMatchObject({
        ok: true,
        warnings: expect.arrayContaining(['ALSO_CITIZEN_ID']) as string[],
      });
    }
  });
});

describe('checkUscc on damaged codes', () => {
  it('refuses every code with one character replaced', () => {
    const position = fc.integer({ min: 0, max: 17 });
    fc.assert(
      fc.property(validCode, position, fc.constantFrom(...ALPHABET.split('')), (code, at, symbol) => {
        fc.pre(code.charAt(at) !== symbol);
        expect(checkUscc(code.slice(0, at) + symbol + code.slice(at + 1)).ok).toBe(false);
      }),
    );
  });

  it('refuses every code with two different characters swapped inside positions 1-17', () => {
    const position = fc.integer({ min: 0, max: 16 });
    fc.assert(
      fc.property(validCode, position, position, (code, left, right) => {
        fc.pre(code.charAt(left) !== code.charAt(right));
        const symbols = code.split('');
        [symbols[left], symbols[right]] = [code.charAt(right), code.charAt(left)];
        expect(checkUscc(symbols.join('')).ok).toBe(false);
      }),
    );
  });

  it.each([
    ['91350100703562917E', 'CHECK_DIGIT'],
    ['9135O100705362917E', 'ALPHABET'],
    ['91350100705362917*', 'ALPHABET'],
    ['91350100７0536291７^', 'ALPHABET'],
    ['913501007053629', 'REGISTRATION_NUMBER'],
    ['320111NA000063X', 'LENGTH'],
    ['91350100705362917', 'LENGTH'],
    ['91350100705362917EE', 'LENGTH'],
    ['13497257-7', 'LENGTH'],
    ['9.13501E+17', 'SCIENTIFIC_NOTATION'],
    ['9.13501007053629E17', 'SCIENTIFIC_NOTATION'],
    [withCheck('01350100705362917'), 'DEPARTMENT'],
    [withCheck('913501A0705362917'), 'DIVISION'],
  ])('refuses %s because of its %s', (raw, part) => {
    expect(checkUscc(raw)).toMatchObject({ ok: false, part });
  });

  it.each([
    '',
    '   ',
    '无',
    '空',
    '/',
    '-',
    '——',
    'N/A',
    'null',
    '暂无',
    '*',
    '0',
    '000000000000000000',
    '111111111111111111',
  ])('takes %j as nothing given', (raw) => {
    expect(checkUscc(raw)).toMatchObject({ ok: false, part: 'MISSING' });
  });

  it.each(['91350100XXXXXXXXXX', '91350100xxxxxxxxxx', '913501**********'])('takes %s as nothing given', (raw) => {
    expect(checkUscc(raw)).toMatchObject({ ok: false, part: 'MISSING' });
  });

  it('takes a blanked-out code as nothing given even where its check character happens to hold', () => {
    const code = withCheck('91350100XXXXXXXXX');
    expect(checkUscc(code)).toMatchObject({ ok: false, part: 'MISSING' });
  });
});

describe('checkUscc on look-alikes', () => {
  it('suggests the code that look-alike letters stand for, and does not accept it', () => {
    expect(checkUscc('9I3SO1OO7OS36Z9I7E')).toMatchObject({
      ok: false,
      part: 'ALPHABET',
      suggestion: '91350100705362917E',
    });
    expect(checkUscc(withLookAlike('U', 'V'))).toHaveProperty('suggestion');
  });

  it('suggests nothing where the replacement is not a valid code either', () => {
    expect(checkUscc('9135O100705362918E')).not.toHaveProperty('suggestion');
  });

  it('suggests nothing where the replacement may be a person', () => {
    const id = citizenIdOf('350102', '19900307', 101).replace('0', 'O');
    const verdict = checkUscc(id);
    expect(verdict).toMatchObject({ ok: false, part: 'CITIZEN_ID' });
    expect(verdict).not.toHaveProperty('suggestion');
  });
});

describe('checkUscc on what a person may have mistyped', () => {
  it('suggests nothing that has a region and a birth date, whatever its check character', () => {
    const nearIds = Array.from({ length: 999 }, (_, at) =>
      withCheck(citizenIdOf('350102', '19850817', at).slice(0, 17)),
    );
    for (const code of [...nearIds, '350102198508170077']) {
      const verdict = checkUscc(code.replace('0', 'O'));
      expect(verdict.ok).toBe(false);
      expect(verdict).not.toHaveProperty('suggestion');
    }
  });
});

describe('checkUscc on citizen IDs', () => {
  it('names a citizen ID as such and never repeats it', () => {
    const ids = Array.from({ length: 40 }, (_, sequence) => citizenIdOf('350102', '19900307', sequence));
    const refused = ids.map((id) => ({ id, verdict: checkUscc(id) })).filter(({ verdict }) => !verdict.ok);
    expect(refused.length).toBeGreaterThan(30);
    for (const { id, verdict } of refused) {
      expect(verdict).toMatchObject({ ok: false, part: 'CITIZEN_ID' });
      expect(JSON.stringify(verdict)).not.toContain(id.slice(0, 10));
    }
  });

  it('finds a citizen ID with a character too many', () => {
    expect(checkUscc(`${citizenIdOf('350102', '19900307', 7)}；`)).toMatchObject({ ok: false, part: 'CITIZEN_ID' });
  });

  it('takes 15 digits as a registration number, though old IDs had 15 digits too', () => {
    expect(checkUscc('350102900307123')).toMatchObject({ ok: false, part: 'REGISTRATION_NUMBER' });
  });
});

function withCheck(first17: string): string {
  return first17 + checkCharacter(first17);
}

function withLookAlike(letter: string, lookAlike: string): string {
  return withCheck(`91350100${letter}05362917`).replace(letter, lookAlike);
}
