import { formatError, isKnown } from '../../../gateway/errors/formatError.ts';
import { GatewayError } from '../../../gateway/errors/GatewayError.ts';
import { AppError } from '../../../src/errors/AppError.ts';
import { KERNEL_ERRORS } from '../../../src/errors/codes.ts';
import { GATEWAY_ERRORS } from '../../../src/errors/gatewayCodes.ts';
import { INGEST_ERRORS } from '../../../src/errors/ingestCodes.ts';
import { IngestError } from '../../../src/errors/IngestError.ts';

const table = { ...KERNEL_ERRORS, ...GATEWAY_ERRORS };
const en = { locale: 'en', requestId: 'request-1' } as const;
const zh = { locale: 'zh', requestId: 'request-1' } as const;

describe('writing a failure for its caller', () => {
  it('uses the language of the caller', () => {
    const error = new AppError('PAGE_SIZE', { limit: 100 }).toJSON();
    expect(formatError(error, en, table)).toEqual({
      message: '`first` must be between 1 and 100.',
      extensions: { code: 'PAGE_SIZE', details: { limit: 100 } },
    });
    expect(formatError(error, zh, table).message).toBe('`first` 必须在 1 到 100 之间。');
  });

  it('puts words for the part of a code that is wrong, and keeps the key for programs', () => {
    const error = new AppError('USCC_INVALID', { part: 'LENGTH' }).toJSON();
    expect(formatError(error, zh, table)).toMatchObject({
      message: '不是有效的统一社会信用代码：不是 18 位。',
      extensions: { details: { part: 'LENGTH' } },
    });
  });

  it('masks the number of a person in a name that a caller gave', () => {
    const error = new IngestError('INGEST_FILE_EMPTY', { file: '张三11010519491231002X.csv' }).toJSON();
    const text = JSON.stringify(formatError(error, en, { ...table, ...INGEST_ERRORS }));
    expect(text).toContain('.csv is empty');
    expect(text).not.toContain('1101051949');
  });

  it('masks what no table knows, and gives the request id to quote', () => {
    const error = {
      message: 'connect ECONNREFUSED 10.0.0.7:27017',
      path: ['enterprise', 'name'],
      extensions: {
        code: 'ECONNREFUSED',
        stacktrace: ['at x'],
        exception: { secret: 1 },
        service: 'tax',
        owner: '税务局',
      },
    };
    expect(formatError(error, en, table)).toEqual({
      message: 'Something went wrong on our side. Quote the request id request-1 when you report it.',
      path: ['enterprise', 'name'],
      extensions: {
        code: 'INTERNAL_SERVER_ERROR',
        service: 'tax',
        owner: '税务局',
        requestId: 'request-1',
        retryable: true,
      },
    });
  });

  it('masks a failure without a code, and one whose code is no text', () => {
    for (const extensions of [undefined, {}, { code: 42 }, { code: 'toString' }]) {
      const formatted = formatError({ message: 'secret', ...(extensions && { extensions }) }, en, table);
      expect(formatted.extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' });
      expect(formatted.message).not.toContain('secret');
    }
  });

  it('keeps what graphql-js found wrong with a document, without the values in it', () => {
    const error = {
      message: 'Expected value of type "Int", found "350102199001011234".',
      locations: [{ line: 1, column: 9 }],
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
    };
    expect(formatError(error, en, table)).toEqual({
      message: 'Expected value of type "Int".',
      locations: [{ line: 1, column: 9 }],
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
    expect(formatError(error, zh, table).message).toBe('查询与图谱的结构不符。Expected value of type "Int".');
  });

  it('lets no details through that are not simple', () => {
    const error = {
      message: '',
      extensions: { code: 'PAGE_SIZE', details: { limit: 5, raw: { name: '张三' }, list: [1] } },
    };
    expect(formatError(error, en, table).extensions).toEqual({ code: 'PAGE_SIZE', details: { limit: 5 } });
  });

  it('takes the code that a value was refused with, where Apollo Server put its own over it', () => {
    const extensions = { code: 'GRAPHQL_VALIDATION_FAILED', rowCode: 'USCC_INVALID', details: { part: 'LENGTH' } };
    expect(formatError({ message: 'x', extensions }, en, table).extensions).toEqual({
      code: 'USCC_INVALID',
      details: { part: 'LENGTH' },
    });
  });

  it('knows what it would mask', () => {
    expect(isKnown(new AppError('FORBIDDEN', { coordinate: 'a' }), table)).toBe(true);
    expect(isKnown(new GatewayError('SHUTTING_DOWN'), table)).toBe(true);
    expect(isKnown({ message: 'x', extensions: { code: 'INTERNAL_SERVER_ERROR' } }, table)).toBe(false);
    expect(isKnown({ message: 'x' }, table)).toBe(false);
  });
});
