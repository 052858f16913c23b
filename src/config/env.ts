import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Locale } from '../errors/AppError.ts';
import { budgetsFrom, budgetVariables, type Budgets } from './budgets.ts';
import { ConfigError } from './ConfigError.ts';
import { corsOriginsFrom, corsVariables, type CorsOrigins } from './corsOrigins.ts';
import {
  identityVariables,
  oidcSettings,
  refuseIdentityContradictions,
  type OidcSettings,
} from './identityVariables.ts';

/** All that the environment decides, validated. Folders are absolute paths. */
export interface Config {
  /** TCP port of the HTTP server; 0 takes a free one. */
  readonly port: number;
  /** Address that the HTTP server listens on. */
  readonly host: string;
  /** Where others reach this server, as reports print it, without a slash at its end; absent, as each request names it. */
  readonly publicUrl: string | undefined;
  /** Folder of everything this product keeps on disk. */
  readonly dataDir: string;
  /** Folder of the keys that this installation signs with; all gateways of a city share it. */
  readonly keysDir: string;
  /** Folder of what can be fetched again, such as the MongoDB server. */
  readonly cacheDir: string;
  /** The user's own MongoDB; absent, the product runs one itself. May hold a password: never log it. */
  readonly mongodbUri: string | undefined;
  /** MongoDB servers of single departments by department name; the others use the shared one. May hold passwords. */
  readonly departmentMongodbUris: Readonly<Record<string, string>>;
  /** File of the `mongod` program to run. */
  readonly mongodPath: string | undefined;
  /** Bound of the cache of the MongoDB server that the product runs, in megabytes. */
  readonly mongodCacheMb: number;
  /** What joins the departments' answers: the product's own plan executor, or `@apollo/gateway`. */
  readonly gatewayEngine: GatewayEngine;
  /** Departments of this process whose documents are compiled by graphql-jit; `all` stands for every one. */
  readonly gatewayJit: readonly string[];
  /** File of the documents that are planned before the first request, beside the explorer's examples. */
  readonly trustedDocuments: string | undefined;
  /** What callers may spend, by audience. */
  readonly budgets: Budgets;
  /** Pages that may ask at the doors from a browser, by audience. */
  readonly corsOrigins: CorsOrigins;
  /** The Redis that several gateways keep budgets in together; absent, each keeps its own. May hold a password: never log it. */
  readonly redisUrl: string | undefined;
  /** Where a department in a process of its own asks the gateway. */
  readonly gatewayUrl: string;
  /** TCP port at which figures are served to Prometheus, 0 for a free one; absent, nothing is measured. */
  readonly metricsPort: number | undefined;
  /** Address that figures are served at. */
  readonly metricsHost: string;
  /** The OpenTelemetry collector that traces are sent to, over HTTP; absent, nothing is traced. */
  readonly traceEndpoint: string | undefined;
  /** Share of the traces that begin in this process and are kept, 0 to 1. */
  readonly traceRatio: number;
  /** How long a process that is told to end still answers after `/health/ready` says no, in milliseconds. */
  readonly shutdownDelayMs: number;
  /** Proxies in front of this server whose `x-forwarded-for` is believed. */
  readonly trustedProxies: number;
  /** Put before the name of every database, so that several cities or tests share one server. */
  readonly databasePrefix: string;
  /** Identity providers whose access tokens are accepted; absent, there are none. */
  readonly oidc: OidcSettings | undefined;
  /** Whether tokens for development are given out and accepted; never in production. */
  readonly developmentIssuer: boolean;
  readonly logLevel: LogLevel;
  readonly nodeEnv: 'development' | 'production' | 'test';
  /** Language of the command line's messages. */
  readonly locale: Locale;
  /** Folders in which programs are looked for. */
  readonly programFolders: readonly string[];
}

/** Names of the logger's levels, from quiet to loud. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The engines that there are. */
export type GatewayEngine = (typeof GATEWAY_ENGINES)[number];

/** What joins departments unless told otherwise. */
export const DEFAULT_ENGINE: GatewayEngine = 'own';

const GATEWAY_ENGINES = ['own', 'apollo'] as const;
const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
const DEPARTMENT_URI = /^([A-Z][A-Z0-9]*)_MONGODB_URI$/;

const SECOND_MS = 1_000;
const DEPARTMENT_NAMES = /^(?:[a-z][a-z0-9]*(?: *, *[a-z][a-z0-9]*)*)?$/;

const mongodbUri = z
  .string()
  .regex(/^mongodb(\+srv)?:\/\/\S+$/, 'must be a connection string that starts with mongodb:// or mongodb+srv://');
const wholeNumber = (min: number, max: number) => {
  const message = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number(message).int(message).min(min, message).max(max, message);
};

const httpAddress = z
  .url({ protocol: /^https?$/, error: 'must be an address that starts with http:// or https://' })
  .transform((url) => url.replace(/\/+$/, ''));

/** The variables that users set; `.env.example` lists the same ones, which a test checks. */
export const environmentSchema = z.object({
  PORT: wholeNumber(0, 65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: httpAddress.optional(),
  DATA_DIR: z.string().default('./data'),
  KEYS_DIR: z.string().optional(),
  CACHE_DIR: z.string().optional(),
  MONGODB_URI: mongodbUri.optional(),
  MONGOD_PATH: z.string().optional(),
  MONGOD_CACHE_MB: wholeNumber(256, 1_048_576).default(512),
  DATABASE_PREFIX: z
    .string()
    .regex(/^[a-z0-9_]{0,24}$/, 'may hold up to 24 lower-case letters, digits and underscores')
    .default(''),
  GATEWAY_ENGINE: z.enum(GATEWAY_ENGINES, `must be one of ${GATEWAY_ENGINES.join(', ')}`).default(DEFAULT_ENGINE),
  GATEWAY_JIT: z
    .string()
    .regex(DEPARTMENT_NAMES, 'must be all, or names of departments with commas between them')
    .default(''),
  TRUSTED_DOCUMENTS: z.string().optional(),
  ...budgetVariables,
  ...corsVariables,
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\/\S+$/, 'must be an address that starts with redis:// or rediss://')
    .optional(),
  GATEWAY_URL: httpAddress.default('http://127.0.0.1:4000'),
  METRICS_PORT: wholeNumber(0, 65_535).optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpAddress.optional(),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number('must be a share from 0 to 1')
    .min(0, 'must be a share from 0 to 1')
    .max(1, 'must be a share from 0 to 1')
    .default(1),
  SHUTDOWN_DELAY: wholeNumber(0, 5).default(0),
  TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  ...identityVariables,
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  NODE_ENV: z
    .enum(['development', 'production', 'test'], 'must be development, production or test')
    .default('development'),
});

/** Variables that other programs define and that are read as they are. */
const surroundings = z.object({
  LC_ALL: z.string().optional(),
  LC_MESSAGES: z.string().optional(),
  LANG: z.string().optional(),
  XDG_CACHE_HOME: z.string().optional(),
  PATH: z.string().default(''),
});

/**
 * Reads the environment, the only place that does.
 *
 * An empty value counts as not set.
 *
 * @param environment - the variables; those of this process unless given
 * @throws ConfigError that lists every problem at once
 */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const uris = Object.fromEntries(Object.entries(given).filter(([name]) => DEPARTMENT_URI.test(name)));
  const parsed = {
    settings: environmentSchema.superRefine(refuseIdentityContradictions).safeParse(given),
    uris: z.record(z.string(), mongodbUri).safeParse(uris),
  };
  if (!parsed.settings.success || !parsed.uris.success) {
    throw new ConfigError([...problemsOf(parsed.settings.error), ...problemsOf(parsed.uris.error)]);
  }
  const settings = parsed.settings.data;
  const around = surroundings.parse(given);
  const dataDir = resolve(settings.DATA_DIR);
  return {
    port: settings.PORT,
    host: settings.HOST,
    publicUrl: settings.PUBLIC_URL,
    dataDir,
    keysDir: keysFolder(settings.KEYS_DIR, dataDir),
    cacheDir: resolve(settings.CACHE_DIR ?? userCacheFolder(around.XDG_CACHE_HOME)),
    mongodbUri: settings.MONGODB_URI,
    departmentMongodbUris: byDepartment(parsed.uris.data),
    mongodPath: settings.MONGOD_PATH,
    mongodCacheMb: settings.MONGOD_CACHE_MB,
    databasePrefix: settings.DATABASE_PREFIX,
    gatewayEngine: settings.GATEWAY_ENGINE,
    gatewayJit: settings.GATEWAY_JIT.split(',').flatMap((name) => name.trim() || []),
    trustedDocuments: settings.TRUSTED_DOCUMENTS === undefined ? undefined : resolve(settings.TRUSTED_DOCUMENTS),
    budgets: budgetsFrom(settings),
    corsOrigins: corsOriginsFrom(settings),
    redisUrl: settings.REDIS_URL,
    gatewayUrl: settings.GATEWAY_URL,
    metricsPort: settings.METRICS_PORT,
    metricsHost: settings.METRICS_HOST,
    traceEndpoint: settings.OTEL_EXPORTER_OTLP_ENDPOINT,
    traceRatio: settings.OTEL_TRACES_SAMPLER_ARG,
    shutdownDelayMs: settings.SHUTDOWN_DELAY * SECOND_MS,
    trustedProxies: settings.TRUSTED_PROXIES,
    oidc: oidcSettings(settings),
    developmentIssuer: (settings.DEVELOPMENT_ISSUER ?? 'on') === 'on' && settings.NODE_ENV !== 'production',
    logLevel: settings.LOG_LEVEL,
    nodeEnv: settings.NODE_ENV,
    locale: localeOf(around.LC_ALL ?? around.LC_MESSAGES ?? around.LANG),
    programFolders: around.PATH.split(delimiter).filter((folder) => folder !== ''),
  };
}

/** Names each variable and what it must be; values stay out, since a connection string may hold a password. */
function problemsOf(error: z.ZodError | undefined): string[] {
  return (error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`);
}

function byDepartment(uris: Readonly<Record<string, string>>): Record<string, string> {
  const nameOf = (variable: string) => variable.replace(DEPARTMENT_URI, '$1').toLowerCase();
  return Object.fromEntries(Object.entries(uris).map(([variable, uri]) => [nameOf(variable), uri]));
}

function keysFolder(given: string | undefined, dataDir: string): string {
  return given === undefined ? join(dataDir, 'keys') : resolve(given);
}

/** The XDG Base Directory Specification's place for what can be fetched again. */
function userCacheFolder(xdgCacheHome: string | undefined): string {
  return join(xdgCacheHome ?? join(homedir(), '.cache'), 'credit-graph');
}

function localeOf(posixLocale: string | undefined): Locale {
  return /^zh/i.test(posixLocale ?? '') ? 'zh' : 'en';
}
