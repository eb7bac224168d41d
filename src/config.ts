import { z } from 'zod';
import { isAddress } from './mail/address.ts';

/** The settings of a running installation: checked once at start, then frozen. Each is explained in `.env.example`. */
export type Config = Readonly<{
  production: boolean;
  port: number;
  host: string;
  publicUrl: string;
  trustedProxies: number;
  database: string;
  secret: string;
  mailFolder: string;
  mailFrom: string;
  smtp: Readonly<{ host: string; port: number; user: string; password: string; secure: boolean }> | null;
  batchSize: number;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Sign-in links that work again and again. Only the demo sets this: it can't come from the environment. */
  reusableLinks: boolean;
}>;

/** Bad settings. The message is one line that says which setting and what to write there. */
export class ConfigError extends Error {}

const DEVELOPMENT_SECRET = 'for development alone, never for real answers';

const text = z.string().trim();
const wholeNumber = (least: number, most: number) =>
  text.regex(/^\d+$/, 'must be a whole number').transform(Number).pipe(z.number().min(least).max(most));

const environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: wholeNumber(0, 65535).default(3000),
  HOST: text.min(1).default('0.0.0.0'),
  PUBLIC_URL: text.default('').transform(readOrigin),
  TRUSTED_PROXIES: wholeNumber(0, 5).default(0),
  DATABASE_URL: text.default('').refine(isDatabase, 'must start with postgres:// or be a path that ends in .db'),
  SECRET: text.default(''),
  SMTP_URL: text.default('').transform(readSmtp),
  MAIL_FROM: text.default('').refine(isMailFrom, 'must be one address, such as no-reply@consult.example'),
  MAIL_FOLDER: text.min(1).default('./data/mail'),
  BATCH_SIZE: wholeNumber(1, 1000).default(128),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** The names that `readConfig` knows; a test holds `.env.example` to them. */
export const settingNames: readonly string[] = Object.keys(environment.shape);

/** Reads and checks the environment. Throws ConfigError with one clear line. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(settingNames.map(name => [name, env[name] === '' ? undefined : env[name]]));
  const result = environment.safeParse(given);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new ConfigError(`${String(issue?.path[0] ?? 'The settings')}: ${issue?.message ?? 'can’t be read'}.`);
  }
  const found = result.data;
  const production = found.NODE_ENV === 'production';
  if (production) refuseUnsafe(found);
  const publicUrl = found.PUBLIC_URL || `http://localhost:${found.PORT}`;
  return Object.freeze({
    production,
    port: found.PORT,
    host: found.HOST,
    publicUrl,
    trustedProxies: found.TRUSTED_PROXIES,
    database: found.DATABASE_URL || './data/said-and-done.db',
    secret: found.SECRET || DEVELOPMENT_SECRET,
    mailFolder: found.MAIL_FOLDER,
    mailFrom: found.MAIL_FROM || `no-reply@${new URL(publicUrl).hostname}`,
    smtp: found.SMTP_URL,
    batchSize: found.BATCH_SIZE,
    logLevel: found.LOG_LEVEL,
    reusableLinks: false,
  });
}

type Environment = z.infer<typeof environment>;

function refuseUnsafe(found: Environment): void {
  const demand = (fine: boolean, sentence: string) => {
    if (!fine) throw new ConfigError(sentence);
  };
  demand(found.SECRET.length >= 32, 'SECRET: in production it must be set, and at least 32 characters long.');
  demand(found.PUBLIC_URL.startsWith('https://'), 'PUBLIC_URL: in production it must be set, and start with https://.');
  demand(!found.SMTP_URL || found.MAIL_FROM !== '', 'MAIL_FROM: must be set when SMTP_URL is.');
}

function isDatabase(value: string): boolean {
  return value === '' || /^postgres(ql)?:\/\/.+/.test(value) || /\.db$/.test(value);
}

function isMailFrom(value: string): boolean {
  return value === '' || isAddress(value);
}

function readOrigin(value: string, context: z.RefinementCtx): string {
  if (value === '') return '';
  const url = URL.parse(value);
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash) return url.origin;
  context.addIssue('must be an address without a path, such as https://consult.example');
  return z.NEVER;
}

function readSmtp(value: string, context: z.RefinementCtx): Config['smtp'] {
  if (value === '') return null;
  const url = URL.parse(value);
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname) {
    context.addIssue('must look like smtp://user:password@host:587');
    return z.NEVER;
  }
  const secure = url.protocol === 'smtps:';
  const port = url.port ? Number(url.port) : secure ? 465 : 587;
  try {
    const [user = '', password = ''] = [url.username, url.password].map(decodeURIComponent);
    return { host: url.hostname, port, user, password, secure };
  } catch {
    context.addIssue('must have special characters in the password percent-encoded');
    return z.NEVER;
  }
}
