import { Projection } from '../../../../gateway/engine/project/Projection.ts';
import type { FieldShape, ObjectShape } from '../../../../gateway/engine/project/Shape.ts';

const leaf = (key: string, isNonNull: boolean): FieldShape => ({
  key,
  from: key,
  isInherited: false,
  source: { kind: 'answer' },
  value: { kind: 'leaf', isNonNull, isValid: undefined },
  isPlainLeaf: (value) => value !== undefined && value !== null,
});
const fields = [leaf('code', true), leaf('note', false)];
const shape: ObjectShape = { kind: 'object', isNonNull: false, fields, fieldsOf: () => fields };

function projected(data: Record<string, unknown>) {
  const projection = new Projection({ schemaAnswers: {}, isObjectType: () => true });
  return { object: projection.object(shape, data), missing: projection.missing };
}

describe('the projection of an object', () => {
  it.each([
    { code: 'a', note: 'b' },
    { code: 'a', note: null },
  ])('is %j itself, which is as it was asked for', (data) => {
    expect(projected(data).object).toBe(data);
  });

  it.each<[string, Record<string, unknown>, unknown]>([
    ['more than was asked for', { code: 'a', note: 'b', id: 1 }, { code: 'a', note: 'b' }],
    ['another order', { note: 'b', code: 'a' }, { code: 'a', note: 'b' }],
    ['less than was asked for', { code: 'a' }, { code: 'a', note: null }],
  ])('is a new one for %s', (_, data, expected) => {
    expect(JSON.stringify(projected(data).object)).toBe(JSON.stringify(expected));
  });

  it('is null where a value is missing that can never be missing', () => {
    expect(projected({ code: null, note: 'b' })).toEqual({ object: null, missing: [['code']] });
  });
});
