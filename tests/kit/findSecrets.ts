/** A secret, or a person's number, where it must not be. */
export interface FoundSecret {
  /** Counted from 1. */
  readonly line: number;
  readonly kind: string;
  /** The line, with the secret itself masked: it shall not spread further by being told. */
  readonly text: string;
}

/** Numbers of persons that tests plant although their check character is wrong, so that no rule knows them for what they are. */
const PLANTED: ReadonlySet<string> = new Set(['350102199001011234', '350102199003070070', '350102199001010013']);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** A number as GB 11643 has it: region, birth date, sequence, check character (ISO 7064, modulo 11-2). */
const ID_NUMBER = /(?<!\d)[1-8]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/g;

/** Written without the product's own code, which is what is tested. */
const KINDS: Readonly<Record<string, { readonly pattern: RegExp; readonly isIt?: (text: string) => boolean }>> = {
  'ID number': { pattern: ID_NUMBER, isIt: (number) => PLANTED.has(number) || checkHolds(number) },
  'API key or client secret': { pattern: /cg[ks]_[0-9a-f]{12}_[\w-]{43}/g },
  token: { pattern: /eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{20,}/g },
  'private key': { pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----|"d":"[\w-]{40,}"/g },
  password: { pattern: /(?<=\b[a-z][a-z+]*:\/\/[^\s/:@"]*:)[^\s/@"]+(?=@)/g },
};

/**
 * Finds what no log and no error may hold: numbers of persons, API keys, client secrets, tokens, private keys, passwords in addresses.
 *
 * @param text - all that was said
 */
export function findSecrets(text: string): readonly FoundSecret[] {
  return text.split('\n').flatMap((line, at) =>
    Object.entries(KINDS).flatMap(([kind, { pattern, isIt = () => true }]) => {
      const found = [...line.matchAll(pattern)].some(([match]) => isIt(match));
      return found ? [{ line: at + 1, kind, text: line.replaceAll(pattern, '…').slice(0, 300) }] : [];
    }),
  );
}

function checkHolds(number: string): boolean {
  const sum = WEIGHTS.reduce<number>((total, weight, at) => total + weight * Number(number[at]), 0);
  return '10X98765432'[sum % 11] === number.slice(-1).toUpperCase();
}
