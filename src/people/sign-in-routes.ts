import { setTimeout as wait } from 'node:timers/promises';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { hashToken, keyed } from '../db/ids.ts';
import { clientOf } from '../web/client.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { PageError } from '../web/errors.ts';
import { emailField } from '../web/fields.ts';
import { checkForm, firstValues, one, readForm, type FieldErrors } from '../web/forms.ts';
import { safePath } from '../web/paths.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { dropSession, identify, keepSession, sessionOf, shielded } from './identify.ts';
import { createLimiter } from './limit-rules.ts';
import { LINK_MINUTES } from './links.ts';
import { removeSession } from './queries.ts';
import { homeOf } from './roles.ts';
import { mailSignInLink, personOfLink, signIn } from './sign-in.ts';

const signInPage = page<{ values: Record<string, string>; next: string; signedOut: boolean }>('people/sign-in');
const sentPage = page<{ minutes: number }>('people/sign-in-sent');
const confirmPage = page<{ name: string; next: string }>('people/sign-in-confirm');
const linkOverPage = page<{ kind: 'sign-in' | 'set-up' }>('people/link-over');

const LINK_COOKIE = 'sign-in-link';
const COOKIE_PATH = '/sign-in';
// However long the work took, the answer comes after this: its speed doesn't tell whether an address is known.
const ANSWER_AFTER_MS = 100;

/** Sign-in by a mailed link. Opening the link asks for a click, so that programs which look into mails don't use it up. */
export function registerSignInRoutes(site: Site, deps: Deps): void {
  const limits = createLimits(deps);
  site.get('public', '/sign-in', c => showForm(c, deps));
  site.post('public', '/sign-in', c => askForLink(c, deps, limits));
  site.get('public', '/sign-in/sent', c =>
    sentPage(c, { minutes: LINK_MINUTES }, { title: c.get('say')('sign-in.sent.title') }),
  );
  site.get('public', '/sign-in/confirm', c => showConfirm(c, deps));
  site.post('public', '/sign-in/confirm', c => useLink(c, deps));
  site.get('public', '/sign-in/:token', c => {
    setCookie(c, LINK_COOKIE, param(c, 'token'), { ...shielded(deps, COOKIE_PATH), maxAge: LINK_MINUTES * 60 });
    const next = safePath(c.req.query('next') ?? '', '');
    return c.redirect(next ? `/sign-in/confirm?next=${encodeURIComponent(next)}` : '/sign-in/confirm', 303);
  });
  site.post('public', '/sign-out', async c => {
    const token = sessionOf(c, deps);
    if (token) await removeSession(deps.db.write, hashToken(token));
    dropSession(c, deps);
    return c.redirect('/sign-in?signed-out=1', 303);
  });
}

async function showForm(c: Ctx, deps: Deps): Promise<Response> {
  const next = safePath(c.req.query('next') ?? '', '');
  const who = await identify(c, deps);
  if (who) return c.redirect(next || homeOf(who), 303);
  return showSignIn(c, { values: {}, next, signedOut: c.req.query('signed-out') !== undefined }, {});
}

type FormView = { values: Record<string, string>; next: string; signedOut: boolean };

function showSignIn(c: Ctx, view: FormView, errors: FieldErrors): Promise<Response> {
  c.header('cache-control', 'no-store');
  return signInPage(c, view, { title: c.get('say')('sign-in.title'), errors });
}

async function askForLink(c: Ctx, deps: Deps, limits: Limits): Promise<Response> {
  const typed = await readForm(c);
  const next = safePath(one(typed, 'next'), '');
  const form = checkForm(z.object({ email: emailField(c.get('say')('sign-in.enter-email')) }), typed);
  if (!form.ok) return showSignIn(c, { values: firstValues(typed), next, signedOut: false }, form.errors);
  if (!limits(c, form.value.email)) throw new PageError(429, 'too-many');
  await Promise.all([mailSignInLink(deps, form.value.email, next), wait(ANSWER_AFTER_MS)]);
  return c.redirect('/sign-in/sent', 303);
}

type Limits = (c: Ctx, email: string) => boolean;

/** Five mails an address and thirty a client in ten minutes. Both are remembered under a keyed hash, in memory. */
function createLimits({ config, now }: Deps): Limits {
  const byAddress = createLimiter(5, 10);
  const byClient = createLimiter(30, 10);
  return (c, email) => {
    const at = now().epochMilliseconds;
    const client = keyed(config.secret, 'client', clientOf(c, config.trustedProxies));
    return byClient.take(client, at) && byAddress.take(keyed(config.secret, 'address', email.toLowerCase()), at);
  };
}

async function showConfirm(c: Ctx, deps: Deps): Promise<Response> {
  const person = await personOfLink(deps, getCookie(c, LINK_COOKIE) ?? '');
  if (!person) return showLinkOver(c);
  c.header('cache-control', 'no-store');
  const next = safePath(c.req.query('next') ?? '', '');
  return confirmPage(c, { name: person.name, next }, { title: c.get('say')('sign-in.confirm.title') });
}

async function useLink(c: Ctx, deps: Deps): Promise<Response> {
  const typed = await readForm(c);
  const signedIn = await signIn(deps, getCookie(c, LINK_COOKIE) ?? '');
  deleteCookie(c, LINK_COOKIE, shielded(deps, COOKIE_PATH));
  if (!signedIn) return showLinkOver(c);
  keepSession(c, deps, signedIn.session);
  return c.redirect(safePath(one(typed, 'next'), '') || homeOf(signedIn.who), 303);
}

function showLinkOver(c: Ctx): Promise<Response> {
  c.header('cache-control', 'no-store');
  return linkOverPage(c, { kind: 'sign-in' }, { title: c.get('say')('sign-in.link-over.sign-in.title'), status: 410 });
}
