import fc from 'fast-check';

export const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The check character of the first 17, straight from the standard's formula. */
export function checkCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(first17.charAt(index)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

const symbol = fc.constantFrom(...ALPHABET.split(''));

/** Any code that GB 32100 allows; the organisation code's own check need not hold. */
export const validCode = fc
  .record({
    department: fc.constantFrom(...ALPHABET.slice(1).split('')),
    category: symbol,
    division: fc.stringMatching(/^[0-9]{6}$/),
    organisation: fc.array(symbol, { minLength: 9, maxLength: 9 }).map((symbols) => symbols.join('')),
  })
  .filter(({ organisation }) => !organisation.includes('XXXXXXXX'))
  .map(({ department, category, division, organisation }) => department + category + division + organisation)
  .map((first17) => first17 + checkCharacter(first17));
