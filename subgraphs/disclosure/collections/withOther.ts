import type { Field } from '../../../src/data/fields/Field.ts';
import { text } from '../../../src/data/fields/text.ts';

const NOTED = /^其他\s*[-—－–:：(（]+\s*(?<note>.*?)\s*[)）]?$/u;
const LONGEST_NOTE = 256;
const NOTE = { title: '注明', description: 'What 其他 stands for.' };

/**
 * Lets a code list take `其他-…`, as the templates ask for: the code OTHER, and what follows as a note in another field.
 *
 * @param field - a code or a list of codes that knows OTHER
 * @param noteField - takes the note, without personal data and cut at 256 characters
 */
export function withOther<T>(field: Field<T>, noteField: string): Field<T> {
  return {
    ...field,
    judge(value) {
      if (typeof value !== 'string') return field.judge(value);
      const parts = value.split(/[;；]/u).map((part) => part.trim());
      const notes = parts.flatMap((part) => NOTED.exec(part)?.groups?.['note'] ?? []).filter((note) => note !== '');
      const judged = field.judge(parts.map((part) => (NOTED.test(part) ? '其他' : part)).join(';'));
      if ('fault' in judged || notes.length === 0) return judged;
      const note = text(NOTE, Infinity).judge(notes.join('；'));
      if ('fault' in note) return note;
      const flags = [...(judged.flags ?? []), ...(note.flags ?? [])];
      return {
        ...judged,
        also: { [noteField]: note.value.slice(0, LONGEST_NOTE) },
        ...(flags.length === 0 ? {} : { flags }),
      };
    },
  };
}
