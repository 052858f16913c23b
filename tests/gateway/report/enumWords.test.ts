import { enumWords } from '../../../gateway/report/enumWords.ts';

const SDL = `
enum Severity {
  "Grave (严重): not for long."
  SERIOUS
  "Fuzhou (the city) and more (福州、更多)."
  CITY
  "No Chinese term."
  PLAIN
  NAMELESS
}
type Query { a: Severity }`;

it('the words of an enum are the Chinese terms of its descriptions, else its values', () => {
  const words = enumWords(SDL);
  expect(words('Severity', 'SERIOUS')).toBe('严重');
  expect(words('Severity', 'CITY')).toBe('福州、更多');
  expect(words('Severity', 'PLAIN')).toBe('PLAIN');
  expect(words('Severity', 'NAMELESS')).toBe('NAMELESS');
  expect(words('Unknown', 'SERIOUS')).toBe('SERIOUS');
});
