import { loadConfig } from '../../../src/config/env.ts';

describe('the origins of pages', () => {
  it('are none unless some are named', () => {
    expect(loadConfig({}).corsOrigins).toEqual({ AGENCY: [], SUBJECT: [], INTERNAL: [] });
  });

  it('are named with commas between them, for each door', () => {
    const named = {
      CORS_INTERNAL: 'https://desk.example.cn, http://127.0.0.1:8080',
      CORS_SUBJECT: 'https://my.example.cn',
    };
    expect(loadConfig(named).corsOrigins).toEqual({
      AGENCY: [],
      SUBJECT: ['https://my.example.cn'],
      INTERNAL: ['https://desk.example.cn', 'http://127.0.0.1:8080'],
    });
  });

  it.each(['*', 'null', 'desk.example.cn', 'https://desk.example.cn/', 'ftp://desk.example.cn'])(
    'can not be %s',
    (origin) => {
      expect(() => loadConfig({ CORS_AGENCY: origin })).toThrow('CORS_AGENCY must be origins such as');
    },
  );
});
