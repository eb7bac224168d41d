import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { freePort } from '../support/postgres.ts';
import { lookForLosses, mailsWaiting } from './checks.ts';
import { acknowledge, RoundIsOver, type Patience } from './family.ts';
import { makePartnership, publish, publishClosed, type Officer } from './place.ts';
import { createVictim, type Victim } from './server.ts';
import { figures, Story } from './story.ts';

/*
 * Families answer page by page, send, change and withdraw over HTTP while the server is killed (SIGKILL) at random. After
 * each round everybody must find what they were told: answers that were saved or sent, once and with their last words,
 * and nothing of what was withdrawn. Tallies must equal a recount, and every mail that was committed must have arrived.
 * `ROUNDS` (200) rounds; each: a few seconds, two kills while families answer, one at the end.
 */
const ROUNDS = Number(process.env['ROUNDS'] ?? 200);
const FAMILIES = 16;
const ROUND_MS = 2000;
const KILLS = 2;
const PRESSES = 50;
// So many rounds with one consultation: each is looked through after each round.
const ROUNDS_EACH = 20;

const received = new Map<string, number>();
const stories: Story[] = [];
let presses = 0;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'said-and-done-torture-'));
  const database = join(folder, 'torture.db');
  const mailbox = await openMailbox();
  const settings = {
    DATABASE_URL: database,
    SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`,
    MAIL_FROM: 'no-reply@brackenshire.example',
    SECRET: 'torture torture torture torture torture',
    LOG_LEVEL: 'silent',
  };
  const victim = createVictim(await freePort(), settings);
  const begun = performance.now();
  try {
    const db = openDatabase(database);
    await migrate(db);
    const now = Temporal.Now.instant();
    const officer = await makePartnership(db, now);
    await db.close();
    for (let round = 1; round <= ROUNDS; round += ROUNDS_EACH) {
      await playWithOne(round, Math.min(round + ROUNDS_EACH - 1, ROUNDS), victim, database, officer);
    }
    report(victim, performance.now() - begun);
  } finally {
    await victim.kill();
    await mailbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Open = { id: string; slug: string };

async function playWithOne(first: number, last: number, victim: Victim, database: string, officer: Officer) {
  const db = openDatabase(database);
  const title = `Open from round ${first}`;
  const open = await publish(db, officer, Temporal.Now.instant(), { days: 1, length: 30, title });
  await db.close();
  stories.length = 0;
  for (let round = first; round <= last; round++) await play(round, victim, database, officer, open);
}

async function play(round: number, victim: Victim, database: string, officer: Officer, open: Open): Promise<void> {
  const before = openDatabase(database);
  const closed = await publishClosed(before, officer, Temporal.Now.instant(), round, 5);
  await before.close();
  await victim.start();
  let over = false;
  let failure: { error: unknown } | null = null;
  const patience: Patience = { origin: victim.origin, isOver: () => over };
  const patient: Patience = { origin: victim.origin, isOver: () => failure !== null };
  const toTheEnd = Promise.all([
    pressFiftyTimes(patient, open, `${round}/fifty`),
    acknowledge(patient, officer.session, closed.id),
  ]);
  const families = Array.from({ length: FAMILIES }, (_, at) => answerAgainAndAgain(patience, open, `${round}/${at}`));
  const work = [toTheEnd, ...families.map(each => each.catch(forgiveTheEnd))];
  const done = Promise.all(work).catch((error: unknown) => void (failure ??= { error }));
  for (let kill = 0; kill < KILLS; kill++) {
    await wait((Math.random() * ROUND_MS) / KILLS);
    await victim.kill();
    await victim.start();
  }
  await wait(ROUND_MS / 2);
  await Promise.race([toTheEnd, done]).catch(() => {});
  over = true;
  await done;
  if (failure) throw (failure as { error: unknown }).error;
  await check(round, victim, database, open);
}

async function answerAgainAndAgain(patience: Patience, { slug }: Open, name: string): Promise<void> {
  for (let turn = 1; ; turn++) {
    await begin(patience, slug, `${name}/${turn}`).live();
  }
}

function begin(patience: Patience, slug: string, name: string): Story {
  const story = new Story(patience, slug, name);
  stories.push(story);
  return story;
}

/** One form, fifty times at once, whatever happens to the server: one response, and fifty times the same reference. */
async function pressFiftyTimes(patience: Patience, { slug }: Open, name: string): Promise<void> {
  const story = begin(patience, slug, name);
  await story.answer();
  const draft = await story.family.check();
  const tabs = Array.from({ length: PRESSES }, () => story.family.tab(slug));
  const [own, ...others] = await Promise.all([story.send(), ...tabs.map(tab => tab.send(draft))]);
  const references = new Set([own, ...others]);
  if (references.size !== 1) throw new Error(`Fifty presses were told ${[...references].join(', ')}`);
  presses++;
}

function forgiveTheEnd(error: unknown): void {
  if (!(error instanceof RoundIsOver)) throw error;
}

/** Lets the mails go out, ends the server, and looks. */
async function check(round: number, victim: Victim, database: string, open: Open): Promise<void> {
  const db = openDatabase(database);
  const patience = performance.now() + 60_000;
  while ((await mailsWaiting(db)) > 0 && performance.now() < patience) await wait(50);
  await victim.kill();
  const losses = await lookForLosses(db, open.id, stories, received);
  await db.close();
  if (losses.length > 0) throw new Error(`Round ${round}:\n${losses.join('\n')}`);
  const mails = [...received.values()].reduce((sum, count) => sum + count, 0);
  console.log(
    `round ${round}: ${figures.sent} told 'sent', ${figures.changed} changed, ${figures.withdrawn} withdrawn, ` +
      `${figures.saved} pages saved; ${received.size} mails due, ${mails} delivered`,
  );
}

function report(victim: Victim, ms: number): void {
  const twice = [...received.values()].filter(count => count > 1).length;
  console.log(`${figures.sent} answers told 'sent', each there exactly once; tallies equal a recount`);
  console.log(`${figures.saved} pages told 'saved', ${figures.changed} changes sent: all there with their last words`);
  console.log(`${figures.withdrawn} answers told 'withdrawn', all gone`);
  console.log(`${presses} forms pressed ${PRESSES} times at once, one response and one reference each`);
  console.log(`${received.size} mails committed and delivered, ${twice} of them more than once, none to strangers`);
  console.log(`torture: ${ROUNDS} rounds, ${victim.kills} kills, nothing lost, ${Math.round(ms / 1000)} s`);
}

async function openMailbox(): Promise<{ port: number; close(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      stream.on('end', () => {
        for (const { address } of session.envelope.rcptTo) received.set(address, (received.get(address) ?? 0) + 1);
        done();
      });
      stream.resume();
    },
  });
  // A server that is killed in the middle of a mail hangs up on us.
  server.on('error', () => {});
  const port = await freePort();
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', () => resolve()));
  return { port, close: () => new Promise(resolve => server.close(() => resolve())) };
}

const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

await main();
