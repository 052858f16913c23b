import { isData, type Data } from '../answer/Data.ts';
import type { FieldShape, ListShape, ObjectShape, ValueShape } from './Shape.ts';

/** A place in the caller's answer. */
export type Place = readonly (string | number)[];

/** What the projection of one answer needs beside its data. */
export interface ProjectionInput {
  /** Answers to what was asked about the schema itself. */
  readonly schemaAnswers: Data;
  /**
   * Tells whether a name is that of an object type that callers may see.
   *
   * @param typeName - what an object says of its type
   */
  readonly isObjectType: (typeName: unknown) => boolean;
}

/**
 * Turns what departments answered into what the caller asked for: the caller's fields in the caller's order and
 * nothing else, with nulls moved up to the next place that may hold one, as the specification demands
 * (GraphQL, section 6.4.4).
 *
 * Good for one answer.
 */
export class Projection {
  /** Places where a value is missing that can never be missing, or where one stands that callers must not see. */
  readonly missing: Place[] = [];
  readonly #input: ProjectionInput;
  readonly #place: (string | number)[] = [];

  /**
   * @param input - what is known beside the data
   */
  constructor(input: ProjectionInput) {
    this.#input = input;
  }

  /**
   * Projects one object.
   *
   * @param shape - what the caller asked for
   * @param data - what was answered; it is not changed
   * @returns null where a value is missing below that can never be missing
   */
  object(shape: ObjectShape, data: Data): Data | null {
    const fields = shape.fields ?? shape.fieldsOf(data['__typename']);
    return fields ? this.#fields(fields, data) : this.#miss();
  }

  #fields(fields: readonly FieldShape[], data: Data): Data | null {
    if (isAsAsked(fields, data)) return data;
    const result: Data = {};
    for (const field of fields) {
      const value = field.isPlainLeaf?.(data[field.from]) === true ? data[field.from] : this.#field(field, data);
      if (value === null && field.value.isNonNull) return null;
      result[field.key] = value;
    }
    return result;
  }

  #field(field: FieldShape, data: Data): unknown {
    const value = field.source.kind === 'answer' ? answered(data, field) : this.#own(data, field);
    if (value !== undefined && value !== null) return this.#inside(field.key, field.value, value);
    return field.value.isNonNull ? this.#missAt(field.key) : null;
  }

  #inside(key: string | number, shape: ValueShape, value: unknown): unknown {
    if (shape.kind === 'leaf') return !shape.isValid || shape.isValid(value) ? value : this.#missAt(key);
    this.#place.push(key);
    const projected = this.#composite(shape, value);
    this.#place.pop();
    return projected;
  }

  #composite(shape: ListShape | ObjectShape, value: unknown): unknown {
    if (shape.kind === 'list') return Array.isArray(value) ? this.#list(shape, value) : this.#miss();
    return isData(value) ? this.object(shape, value) : this.#miss();
  }

  /** Every item is looked at, also behind one that costs the whole list: each place has an error of its own. */
  #list({ item: inner }: ListShape, items: readonly unknown[]): readonly unknown[] | null {
    const result: unknown[] = [];
    let isLost = false;
    for (let index = 0; index < items.length; index += 1) {
      const value = items[index];
      const isMissing = value === undefined || value === null;
      const projected = isMissing ? null : this.#inside(index, inner, value);
      if (isMissing && inner.isNonNull) this.#missAt(index);
      if (projected === null && inner.isNonNull) isLost = true;
      result.push(projected);
    }
    return isLost ? null : result;
  }

  #own(data: Data, { key, from, source }: FieldShape): unknown {
    if (source.kind === 'schema') return this.#input.schemaAnswers[key];
    if (source.kind === 'typeName' && source.typeName !== undefined) return source.typeName;
    return [data[from], data['__typename']].find(this.#input.isObjectType);
  }

  #miss(): null {
    this.missing.push([...this.#place]);
    return null;
  }

  #missAt(key: string | number): null {
    this.missing.push([...this.#place, key]);
    return null;
  }
}

/**
 * Whether an object holds what the caller asked for and nothing else, in the caller's order and under the caller's names, so that it can
 * be taken as it is. Most objects of long lists are such, and copying them would be most of the work.
 */
function isAsAsked(fields: readonly FieldShape[], data: Data): boolean {
  let position = 0;
  for (const key in data) {
    const field = fields[position];
    if (field?.key !== key || field.from !== key) return false;
    const value = data[key];
    if (value === null ? field.value.isNonNull || !field.isPlainLeaf : field.isPlainLeaf?.(value) !== true)
      return false;
    position += 1;
  }
  return position === fields.length;
}

function answered(data: Data, { from, isInherited }: FieldShape): unknown {
  return isInherited && !Object.hasOwn(data, from) ? undefined : data[from];
}
