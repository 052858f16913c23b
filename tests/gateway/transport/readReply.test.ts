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
