import { readReply } from '../../../gateway/transport/readReply.ts';

describe('an answer over HTTP', () => {
  it.each([
    ['{"data":{"a":1}}', { data: { a: 1 } }],
    ['{"data":null,"errors":[{"message":"no"}]}', { data: null, errors: [{ message: 'no' }] }],
    ['{"errors":[{"message":"no","path":["a",0]}]}', { errors: [{ message: 'no', path: ['a', 0] }] }],
    ['{"data":{},"errors":null}', { data: {} }],
  ])('is taken in the form of a GraphQL response, whatever its status is: %s', (text, expected) => {
    expect(readReply({ status: 200, text })).toEqual(expected);
    expect(readReply({ status: 500, text })).toEqual(expected);
  });

  it('brings along whom it is about, in codes and in nothing else', () => {
    const subjects = ['91350100M000100Y43', '11010519491231002X"', 5, null, '91350100705362917E'];
    const text = JSON.stringify({ data: {}, extensions: { subjects } });
    expect(readReply({ status: 200, text }).subjects).toEqual(['91350100M000100Y43', '91350100705362917E']);
    for (const extensions of [{ subjects: 'x' }, null, []])
      expect(readReply({ status: 200, text: JSON.stringify({ data: {}, extensions }) }).subjects).toBeUndefined();
  });

  it.each([
    ['', 'no JSON'],
    ['<html>502 Bad Gateway</html>', 'no JSON'],
    ['[]', 'no object'],
    ['"text"', 'no object'],
    ['null', 'no object'],
    ['{}', 'neither data nor errors'],
    ['{"data":[]}', 'data of another form'],
    ['{"data":"text"}', 'data of another form'],
    ['{"errors":{}}', 'errors of another form'],
    ['{"errors":["text"]}', 'errors of another form'],
    ['{"errors":[{"message":1}]}', 'errors of another form'],
    ['{"errors":[{"message":"no","path":"a"}]}', 'errors of another form'],
    ['{"errors":[{"message":"no","path":[{}]}]}', 'errors of another form'],
  ])('is rubbish in any other form, and nothing of it is repeated: %s', (text, reason) => {
    expect(() => readReply({ status: 502, text })).toThrow(new Error(`HTTP 502, but ${reason}`));
  });
});
