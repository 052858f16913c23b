import { visibleText } from '../../../src/values/visibleText.ts';

describe('visibleText', () => {
  it.each([
    ['福州\u0000甲公司', '福州甲公司'],
    ['\u202E司公甲州福\u202C', '司公甲州福'],
    ['\u2066福州\u2069\u200E甲', '福州甲'],
    ['\uFEFF 甲 \u200B', '甲'],
    ['3501\u00AD02', '350102'],
    ['\u001B[31m红', '[31m红'],
    ['\u0000', ''],
    ['3\uFE0F5\u{E0100}0\u034F1', '3501'],
    ['\u3164甲\u3164', '甲'],
  ])('takes out of %j what nobody sees', (given, seen) => {
    expect(visibleText(given)).toBe(seen);
  });

  it.each(['第一行\n第二行\t列', '\u0646\u200C\u0647', 'e\u0301', '👨\u200D👩', '𠮷'])('leaves %j as it is', (text) => {
    expect(visibleText(text)).toBe(text);
  });
});
