import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, readConfig, settingNames } from '../src/config.ts';

const example = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8');
const settings = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => ({ name, value }));

const safe = {
  NODE_ENV: 'production',
  SECRET: 'x'.repeat(32),
  PUBLIC_URL: 'https://consult.example',
  SMTP_URL: 'smtps://desk:se%40cret@mail.example',
  MAIL_FROM: 'no-reply@consult.example',
};

test('.env.example explains every setting, and no other', () => {
  expect(settings.map(each => each.name).sort()).toEqual([...settingNames].sort());
  for (const block of example.split('\n\n').slice(1)) expect(block).toMatch(/^#/);
});

test('.env.example can be used as it stands', () => {
  const config = readConfig(Object.fromEntries(settings.map(({ name, value }) => [name, value])));
  expect(config).toEqual(readConfig({}));
});

test('settings are frozen', () => {
  const config = readConfig({});
  expect(() => Object.assign(config, { port: 1 })).toThrow(TypeError);
});

test.each<[string, Record<string, string>]>([
  ['PORT', { PORT: 'eighty' }],
  ['PORT', { PORT: '70000' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'consult.example' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'https://consult.example/path' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'ftp://consult.example' }],
  ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '-1' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://host/name' }],
  ['SMTP_URL', { SMTP_URL: 'mail.example:25' }],
  ['SMTP_URL', { SMTP_URL: 'http://mail.example' }],
  ['SMTP_URL', { SMTP_URL: 'smtp://user:%zz@mail.example' }],
  ['MAIL_FROM', { MAIL_FROM: 'the desk' }],
  ['MAIL_FROM', { MAIL_FROM: 'a@b.example, c@d.example' }],
  ['BATCH_SIZE', { BATCH_SIZE: '0' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ['NODE_ENV', { NODE_ENV: 'staging' }],
])('nonsense in %s refuses with one line that names it: %j', (name, env) => {
  expect(() => readConfig(env)).toThrow(ConfigError);
  expect(() => readConfig(env)).toThrow(new RegExp(`^${name}: .+\\.$`));
});

test('in production what is missing refuses to start', () => {
  expect(readConfig(safe).production).toBe(true);
  expect(() => readConfig({ ...safe, SECRET: '' })).toThrow(/^SECRET: /);
  expect(() => readConfig({ ...safe, SECRET: 'short' })).toThrow(/^SECRET: /);
  expect(() => readConfig({ ...safe, PUBLIC_URL: '' })).toThrow(/^PUBLIC_URL: /);
  expect(() => readConfig({ ...safe, PUBLIC_URL: 'http://consult.example' })).toThrow(/^PUBLIC_URL: /);
  expect(() => readConfig({ ...safe, MAIL_FROM: '' })).toThrow(/^MAIL_FROM: /);
});

test('the mail server’s address is read in its parts', () => {
  expect(readConfig(safe).smtp).toEqual({
    host: 'mail.example',
    port: 465,
    user: 'desk',
    password: 'se@cret',
    secure: true,
  });
  expect(readConfig({ SMTP_URL: 'smtp://mail.example' }).smtp).toMatchObject({ port: 587, user: '', secure: false });
});

test('reusable sign-in links can’t come from the environment', () => {
  const all = Object.fromEntries(['REUSABLE_LINKS', 'reusableLinks', 'DEMO'].map(name => [name, 'true']));
  expect(readConfig(all).reusableLinks).toBe(false);
});
