import { MANAGING_DEPARTMENTS } from './categories.ts';
import { containsCitizenId, looksLikeCitizenId, resemblesCitizenId } from './citizenId.ts';
import { normaliseCode } from './normaliseCode.ts';
import { orgCheckHolds } from './orgCode.ts';
import { USCC_FAULTS, type UsccPart } from './usccFaults.ts';

/** A unified social credit code (统一社会信用代码) in canonical form. */
export type Uscc = string;

/** Remarks on a code that is accepted. */
export type UsccWarning = 'ORG_CODE_CHECK' | 'UNKNOWN_CATEGORY' | 'ALSO_CITIZEN_ID';

/** What can be said of a value in a code's column. */
export type UsccVerdict =
  | {
      readonly ok: true;
      readonly uscc: Uscc;
      /** Whether the value differed from its canonical form. */
      readonly repaired: boolean;
      readonly warnings: readonly UsccWarning[];
    }
  | {
      readonly ok: false;
      readonly part: UsccPart;
      /** The code with look-alike letters replaced, only where it then is valid and no person's number; for a person to confirm. */
      readonly suggestion?: Uscc;
      /** English; the Chinese text stands in `USCC_FAULTS`. Holds nothing of the value. */
      readonly message: string;
    };

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Powers of 3 modulo 31, and 1 for the check character, so that a valid code sums to a multiple of 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1] as const;
/** More than any valid sum: one forbidden character spoils the total. */
const FORBIDDEN = 1 << 20;
const WEIGHTED = weightedValues();
const NONE: readonly UsccWarning[] = Object.freeze([]);

/** Cells that say "nothing", once blanks and hyphens are gone, and one character repeated. */
const PLACEHOLDER = /^(?:|无|空|暂无|没有|不详|未知|无代码|NULL|NONE|NIL|N\/?A|[/\\.*_?X]+|0+|([0-9A-Z])\1{7,})$/;
/** A code whose end was blanked out. */
const BLANKED = /X{8}|\*{4}/;
const SCIENTIFIC = /^\d(?:\.\d+)?E\+?\d{1,3}$/;
const LOOK_ALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', Z: '2', V: 'U' };

/**
 * Judges a value that should be a unified social credit code (GB 32100-2015 with amendment 1).
 *
 * Width, case, blanks and hyphens are repaired; anything else that is wrong is refused and nothing is guessed. A wrong
 * organisation-code check (GB 11714) and an unlisted category are remarks, since position 18 alone is authoritative;
 * division codes are compared with no list, since they stay as they were when the code was given.
 *
 * @param raw - the value as it was given
 */
export function checkUscc(raw: string): UsccVerdict {
  if (holds(raw)) return { ok: true, uscc: raw, repaired: false, warnings: warningsOf(raw) };
  const code = normaliseCode(raw);
  if (code !== raw && holds(code)) return { ok: true, uscc: code, repaired: true, warnings: warningsOf(code) };
  return refuse(code);
}

/** Whether a value is a valid code as it stands. This runs for every row of every feed. */
function holds(code: string): boolean {
  if (code.length !== 18) return false;
  let sum = 0;
  for (let index = 0; index < 18; index += 1) sum += weightedValue(code, index);
  return sum < FORBIDDEN && sum % 31 === 0 && !(code.charAt(10) === 'X' && BLANKED.test(code));
}

function weightedValue(code: string, index: number): number {
  const symbol = code.charCodeAt(index);
  return symbol < 128 ? (WEIGHTED[(index << 7) | symbol] ?? FORBIDDEN) : FORBIDDEN;
}

/** Weight times value by position and character: positions 3-8 take digits only, position 1 no zero. */
function weightedValues(): Int32Array {
  const table = new Int32Array(18 << 7).fill(FORBIDDEN);
  WEIGHTS.forEach((weight, index) => {
    const symbols = index > 1 && index < 8 ? 10 : ALPHABET.length;
    for (let value = index === 0 ? 1 : 0; value < symbols; value += 1) {
      table[(index << 7) | ALPHABET.charCodeAt(value)] = weight * value;
    }
  });
  return table;
}

function warningsOf(code: string): readonly UsccWarning[] {
  const hasOrgCheck = orgCheckHolds(code, 8);
  const isKnown = MANAGING_DEPARTMENTS[code.charAt(0)]?.categories[code.charAt(1)] !== undefined;
  const isPerson = looksLikeCitizenId(code);
  if (hasOrgCheck && isKnown && !isPerson) return NONE;
  const warnings: UsccWarning[] = [];
  if (!hasOrgCheck) warnings.push('ORG_CODE_CHECK');
  if (!isKnown) warnings.push('UNKNOWN_CATEGORY');
  if (isPerson) warnings.push('ALSO_CITIZEN_ID');
  return warnings;
}

function refuse(code: string): UsccVerdict {
  const part = wrongPart(code);
  if (part !== 'ALPHABET') return fault(part);
  const suggestion = code.replace(/[OISZV]/g, (letter) => LOOK_ALIKES[letter] ?? letter);
  if (looksLikeCitizenId(suggestion)) return fault('CITIZEN_ID');
  // A person's number with one slip more would be told by repairing the other.
  if (resemblesCitizenId(suggestion)) return fault(part);
  return holds(suggestion) ? { ...fault(part), suggestion } : fault(part);
}

function fault(part: UsccPart): Extract<UsccVerdict, { ok: false }> {
  return { ok: false, part, message: USCC_FAULTS[part].en };
}

function wrongPart(code: string): UsccPart {
  if (PLACEHOLDER.test(code) || BLANKED.test(code)) return 'MISSING';
  if (SCIENTIFIC.test(code)) return 'SCIENTIFIC_NOTATION';
  if (containsCitizenId(code)) return 'CITIZEN_ID';
  if (code.length !== 18) return /^\d{15}$/.test(code) ? 'REGISTRATION_NUMBER' : 'LENGTH';
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return 'ALPHABET';
  if (code.startsWith('0')) return 'DEPARTMENT';
  return /^.{2}\d{6}/.test(code) ? 'CHECK_DIGIT' : 'DIVISION';
}
