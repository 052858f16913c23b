import { variablePlace } from '../../../gateway/errors/variablePlace.ts';

describe('where among the variables a value was refused', () => {
  it.each([
    ['Variable "$u" got invalid value "y" at "u[1]"; Not a code.', 'u[1]'],
    ['Variable "$input" got invalid value "q" at "input.parties[0].uscc"; Not a code.', 'input.parties[0].uscc'],
    ['Variable "$u" got invalid value "y"; Not a code.', 'u'],
    ['Variable "$u" got invalid value "x at \\"u[1]\\"; z"; Not a code.', 'u'],
    ['Variable "$u" got invalid value "11010519491231002X" at "other[1]"; Not a code.', 'u'],
    ['Not a code.', undefined],
    ['Cannot query field "u".', undefined],
  ])('%s', (message, place) => {
    expect(variablePlace(message)).toBe(place);
  });
});
