import type { Field, Fields, FieldWords, QualityFlag, ValuesOf } from './Field.ts';

/**
 * Declares a short list of rows inside a fact, such as shareholders: JSON text in a file, a list in a mutation. It names people where one
 * of its columns does.
 *
 * @param words - title, description and aliases
 * @param columns - the fields of a row
 * @param max - longest list
 */
export function rows<F extends Fields>(words: FieldWords, columns: F, max: number): Field<readonly ValuesOf<F>[]> {
  const namesPeople = Object.values(columns).some((column) => column.personal !== undefined || column.namesPeople);
  return {
    aliases: [],
    ...words,
    required: false,
    ...(namesPeople && { namesPeople }),
    columns,
    format: `JSON list of {${Object.keys(columns).join(', ')}}, at most ${max}`,
    judge(value) {
      const list = typeof value === 'string' ? parseList(value) : value;
      const judged = Array.isArray(list) && list.length <= max ? list.map((row) => judgeRow(columns, row)) : undefined;
      const taken = judged?.filter((row) => row !== undefined);
      if (taken === undefined || taken.length !== judged?.length) {
        return {
          fault: {
            code: 'LIST_INVALID',
            expected: `列表，每行含 ${Object.keys(columns).join('、')} / a list of such rows`,
          },
        };
      }
      const flags = [...new Set(taken.flatMap((row) => row.flags))];
      return { value: taken.map((row) => row.values), ...(flags.length === 0 ? {} : { flags }) };
    },
  };
}

function parseList(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** A row and the remarks on its values. */
interface JudgedRow<F extends Fields> {
  readonly values: ValuesOf<F>;
  readonly flags: readonly QualityFlag[];
}

function judgeRow<F extends Fields>(columns: F, row: unknown): JudgedRow<F> | undefined {
  if (typeof row !== 'object' || row === null) return undefined;
  const values: Record<string, unknown> = {};
  const flags: QualityFlag[] = [];
  for (const [name, field] of Object.entries(columns)) {
    const value: unknown = Reflect.get(row, name);
    if (value === undefined || value === null || value === '') {
      if (field.required) return undefined;
      continue;
    }
    const judged = field.judge(value);
    if ('fault' in judged) return undefined;
    values[name] = judged.value;
    flags.push(...(judged.flags ?? []));
  }
  return { values: values as ValuesOf<F>, flags };
}
