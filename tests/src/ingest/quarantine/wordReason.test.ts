import { wordReason } from '../../../../src/ingest/quarantine/wordReason.ts';

describe('wordReason', () => {
  it.each([
    [
      { column: 'code', code: 'CITIZEN_ID', expected: '疑似身份证号，不得填入代码栏 / may be a citizen ID' },
      'code: 疑似身份证号（疑似身份证号，不得填入代码栏）',
      "code: may be a citizen's number (may be a citizen ID)",
    ],
    [
      { column: '*', code: 'SUBJECT_MISSING', expected: '缺少信用主体：请填代码或名称 / give the code or the name' },
      '缺少信用主体（缺少信用主体：请填代码或名称）',
      'the subject is missing (give the code or the name)',
    ],
    [
      { column: '已抵押', code: 'CODE_UNKNOWN', expected: '是 / 否 (true / false)' },
      '已抵押: 不在代码表中（是 / 否 (true / false)）',
      '已抵押: not in the code list (是 / 否 (true / false))',
    ],
    [
      { column: '名称', code: 'REQUIRED_MISSING', expected: '必填：名称（text, at most 200 characters）/ required' },
      '名称: 缺少必填项（必填：名称（text, at most 200 characters））',
      '名称: a required value is missing (required)',
    ],
  ] as const)('puts %j into the reader’s language', (reason, zh, en) => {
    expect([wordReason(reason, 'zh'), wordReason(reason, 'en')]).toEqual([zh, en]);
  });
});
