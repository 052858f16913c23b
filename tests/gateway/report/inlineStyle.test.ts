import { inlineStyle } from '../../../gateway/report/inlineStyle.ts';

describe('inlineStyle', () => {
  it('names a style by the digest of exactly what stands in its element', () => {
    expect(inlineStyle('b{color:red}').element.toString()).toBe('<style>b{color:red}</style>');
    expect(inlineStyle('').source).toBe("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
  });
});
