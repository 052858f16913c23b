import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { DEFAULT_BUDGETS } from '../../../src/config/budgets.ts';
import { NO_ORIGINS } from '../../../src/config/corsOrigins.ts';
import { ConfigError } from '../../../src/config/ConfigError.ts';
import { environmentSchema, loadConfig } from '../../../src/config/env.ts';
import { projectRoot } from '../../../src/config/projectRoot.ts';

const problemsOf = (environment: NodeJS.ProcessEnv): readonly string[] => {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
  }
  return [];
};

describe('loadConfig', () => {
  it('has a default for everything', () => {
    expect(loadConfig({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      gatewayUrl: 'http://127.0.0.1:4000',
      metricsPort: undefined,
      metricsHost: '127.0.0.1',
      traceEndpoint: undefined,
      traceRatio: 1,
      shutdownDelayMs: 0,
      dataDir: resolve('data'),
      keysDir: resolve('data', 'keys'),
      cacheDir: join(homedir(), '.cache', 'credit-graph'),
      mongodbUri: undefined,
      departmentMongodbUris: {},
      mongodPath: undefined,
      mongodCacheMb: 512,
      databasePrefix: '',
      gatewayEngine: 'own',
      gatewayJit: [],
      trustedDocuments: undefined,
      budgets: DEFAULT_BUDGETS,
      corsOrigins: NO_ORIGINS,
      redisUrl: undefined,
      trustedProxies: 0,
      oidc: undefined,
      developmentIssuer: true,
      logLevel: 'info',
      nodeEnv: 'development',
      locale: 'en',
      programFolders: [],
    });
  });

  it('takes what is set', () => {
    const config = loadConfig({
      PORT: '0',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://credit.example/',
      DATA_DIR: '/srv/credit',
      KEYS_DIR: '/run/secrets/credit-graph',
      CACHE_DIR: '/srv/cache',
      MONGODB_URI: 'mongodb+srv://cluster.example',
      MONGOD_PATH: '/opt/mongod',
      MONGOD_CACHE_MB: '256',
      DATABASE_PREFIX: 'fz_',
      GATEWAY_ENGINE: 'apollo',
      GATEWAY_JIT: 'tax, registry',
      TRUSTED_DOCUMENTS: '/etc/credit/documents.json',
      OIDC_ISSUER: 'https://a.example/realms/city, https://b.example',
      OIDC_AUDIENCE: 'credit-graph',
      OIDC_CLAIMS: '/etc/credit/claims.yaml',
      LOG_LEVEL: 'silent',
      NODE_ENV: 'production',
      PATH: ['/usr/bin', '', '/bin'].join(delimiter),
    });
    expect(config).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      publicUrl: 'https://credit.example',
      dataDir: '/srv/credit',
      keysDir: '/run/secrets/credit-graph',
      cacheDir: '/srv/cache',
      mongodbUri: 'mongodb+srv://cluster.example',
      mongodPath: '/opt/mongod',
      mongodCacheMb: 256,
      databasePrefix: 'fz_',
      gatewayEngine: 'apollo',
      gatewayJit: ['tax', 'registry'],
      trustedDocuments: '/etc/credit/documents.json',
      oidc: {
        issuers: ['https://a.example/realms/city', 'https://b.example'],
        audience: 'credit-graph',
        claimsFile: '/etc/credit/claims.yaml',
      },
      developmentIssuer: false,
      logLevel: 'silent',
      nodeEnv: 'production',
      programFolders: ['/usr/bin', '/bin'],
    });
  });

  it('takes an empty value as not set', () => {
    expect(loadConfig({ PORT: '', MONGODB_URI: '', DATA_DIR: '', LC_ALL: '', LANG: 'zh_CN.UTF-8' })).toEqual(
      loadConfig({ LANG: 'zh_CN.UTF-8' }),
    );
  });

  it('lists every problem at once, and no value', () => {
    const problems = problemsOf({
      PORT: '70000',
      LOG_LEVEL: 'loud',
      MONGODB_URI: 'http://admin:hunter2@db',
      TAX_MONGODB_URI: 'hunter2',
      MONGOD_CACHE_MB: '100',
      DATABASE_PREFIX: 'Fuzhou ',
      GATEWAY_ENGINE: 'router',
      GATEWAY_JIT: 'tax;registry',
    });
    expect(problems).toEqual([
      'PORT must be a whole number from 0 to 65535',
      'MONGODB_URI must be a connection string that starts with mongodb:// or mongodb+srv://',
      'MONGOD_CACHE_MB must be a whole number from 256 to 1048576',
      'DATABASE_PREFIX may hold up to 24 lower-case letters, digits and underscores',
      'GATEWAY_ENGINE must be one of own, apollo',
      'GATEWAY_JIT must be all, or names of departments with commas between them',
      'LOG_LEVEL must be one of silent, fatal, error, warn, info, debug, trace',
      'TAX_MONGODB_URI must be a connection string that starts with mongodb:// or mongodb+srv://',
    ]);
    expect(() => loadConfig({ PORT: 'x', HOST: '', NODE_ENV: 'prod' })).toThrow(
      'The environment has 2 problem(s):\n' +
        '  - PORT must be a whole number from 0 to 65535\n' +
        '  - NODE_ENV must be development, production or test',
    );
  });

  it('refuses what contradicts itself', () => {
    const issuer = 'https://a.example';
    expect(problemsOf({ OIDC_ISSUER: issuer })).toEqual(['OIDC_AUDIENCE must be set with OIDC_ISSUER']);
    expect(problemsOf({ OIDC_JWKS_URI: issuer })).toEqual(['OIDC_JWKS_URI must be set with one OIDC_ISSUER']);
    expect(
      problemsOf({ OIDC_ISSUER: `${issuer},https://b.example`, OIDC_AUDIENCE: 'x', OIDC_JWKS_URI: issuer }),
    ).toEqual(['OIDC_JWKS_URI must be set with one OIDC_ISSUER']);
    expect(problemsOf({ OIDC_ISSUER: issuer, OIDC_AUDIENCE: 'x', OIDC_JWKS_URI: issuer })).toEqual([]);
    expect(problemsOf({ NODE_ENV: 'production', DEVELOPMENT_ISSUER: 'on' })).toEqual([
      'DEVELOPMENT_ISSUER must be off where NODE_ENV is production',
    ]);
    expect(loadConfig({ DEVELOPMENT_ISSUER: 'off' }).developmentIssuer).toBe(false);
  });

  it('finds the own servers of departments', () => {
    const { departmentMongodbUris, mongodbUri } = loadConfig({
      MONGODB_URI: 'mongodb://shared',
      TAX_MONGODB_URI: 'mongodb://tax',
      REGISTRY_MONGODB_URI: 'mongodb://registry',
      MONGODB_URI_FOR_TESTS: 'not one of ours',
    });
    expect(departmentMongodbUris).toEqual({ tax: 'mongodb://tax', registry: 'mongodb://registry' });
    expect(mongodbUri).toBe('mongodb://shared');
  });

  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh_TW' }, 'zh'],
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'C' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'en_US', LC_ALL: 'zh_CN' }, 'zh'],
    [{}, 'en'],
  ])('speaks as %j says: %s', (environment, locale) => {
    expect(loadConfig(environment).locale).toBe(locale);
  });

  it("keeps to the user's cache folder", () => {
    expect(loadConfig({ XDG_CACHE_HOME: '/var/tmp/me' }).cacheDir).toBe('/var/tmp/me/credit-graph');
  });
});

describe('.env.example', () => {
  const lines = readFileSync(join(projectRoot(), '.env.example'), 'utf8').split('\n');
  const settings = parseEnv(
    lines
      .filter((line) => /^# [A-Z_]+=/.test(line))
      .map((line) => line.slice(2))
      .join('\n'),
  );

  it('names every variable, and an example of a department', () => {
    expect(Object.keys(settings).sort()).toEqual([...Object.keys(environmentSchema.shape), 'TAX_MONGODB_URI'].sort());
  });

  it('shows values that are accepted, the defaults where there are any', () => {
    const own = {
      CACHE_DIR: '',
      PUBLIC_URL: '',
      MONGODB_URI: '',
      TAX_MONGODB_URI: '',
      DATABASE_PREFIX: '',
      MONGOD_PATH: '',
      GATEWAY_JIT: '',
      TRUSTED_DOCUMENTS: '',
      REDIS_URL: '',
      METRICS_PORT: '',
      OTEL_EXPORTER_OTLP_ENDPOINT: '',
      OIDC_ISSUER: '',
      OIDC_AUDIENCE: '',
      OIDC_JWKS_URI: '',
      OIDC_CLAIMS: '',
      DEVELOPMENT_ISSUER: '',
    };
    expect(problemsOf(settings)).toEqual([]);
    expect(loadConfig({ ...settings, ...own })).toEqual(loadConfig({}));
  });

  it('changes nothing when it is copied as it is', () => {
    expect(parseEnv(lines.join('\n'))).toEqual({});
  });
});
