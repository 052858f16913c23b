/** What stands where a value was. */
const MASK = '…';

/** Messages of graphql-js that repeat a value of the caller's, and what is left of them. */
const VALUE_MESSAGES: readonly (readonly [RegExp, string])[] = [
  [
    / got invalid value .*; ((?:Expected|Field|Value|Enum|String|Int|Float|Boolean|ID|Exactly|OneOf) .*)$/s,
    ' got an invalid value; $1',
  ],
  [/ got invalid value .*$/s, ' got an invalid value.'],
  [/ has invalid value .*$/s, ' has an invalid value.'],
  [/(cannot represent [^:]*): .*$/s, '$1.'],
  [/\bValue .* does not exist in /s, 'The value does not exist in '],
  [/^(Syntax Error: .*, found (?:Int|Float|String|BlockString)) .*$/s, '$1.'],
  [/^((?!Syntax Error).*), found .*$/s, '$1.'],
];

/** No message of ours is longer; a caller could make one of a megabyte, and have patterns run over it. */
const LONGEST = 2_000;
/** A string as graphql-js quotes it; one that was cut off ends with the message. */
const JSON_STRING = /"(?:[^"\\]|\\.)*(?:"|$)/gs;
/** What graphql-js quotes of the schema and the document: names, coordinates, types, variables and punctuators. */
const SCHEMA_WORD = /^"(?:[$@]?[A-Za-z_[][\w.[\]!]{0,127}|[\p{P}\p{S}]{1,3}|.)"$/su;
/** Six or more digits, with or without separators, and the letters around them. */
const DIGIT_RUN = /[\p{L}_]*\p{Nd}(?:[\s-]?\p{Nd}){5,}[\p{L}\p{Nd}_]*/gu;
const LONG_WORD = /[\p{L}\p{Nd}_]{6,}/gu;
const DIGIT = /\p{Nd}/gu;

/**
 * Takes every value that may identify a person out of a message of graphql-js or of a fault.
 *
 * Names of the schema stay, so the message still says what is wrong and where; whatever a caller sent as a value goes,
 * as does anything with six or more digits (an ID number, a telephone number, a credit code).
 *
 * @param message - the message as the library wrote it
 */
export function maskValues(message: string): string {
  const bounded = message.slice(0, LONGEST);
  const withoutValues = VALUE_MESSAGES.reduce((text, [pattern, kept]) => text.replace(pattern, kept), bounded);
  return withoutValues
    .replace(JSON_STRING, (quoted) => (SCHEMA_WORD.test(quoted) ? quoted : `"${MASK}"`))
    .replace(DIGIT_RUN, MASK)
    .replace(LONG_WORD, (word) => ((word.match(DIGIT)?.length ?? 0) >= 6 ? MASK : word));
}
