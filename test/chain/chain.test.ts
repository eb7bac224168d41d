import { afterEach, expect, test } from 'vitest';
import { expectTallies } from '../responses/family.ts';
import { onBothDatabases } from '../support/databases.ts';
import { acknowledge, readBoard, readKeptPromises } from './after-close.ts';
import { closeChain, colleague, openChain, signInByMail, type Chain } from './chain.ts';
import {
  answerAndSend,
  changeOneAnswer,
  findItClosed,
  leaveAddress,
  othersAnswer,
  recorded,
  skipAndSend,
} from './family.ts';
import { buildSurvey, createConsultation, namePeople, previewAndPublish, writePlan } from './officer.ts';
import { keepPromise, markComments, publishOutcome, publishServiceChange } from './outcomes.ts';
import { readPromise, readWhatChanged } from './public.ts';
import { days, families, questions, record } from './story.ts';

// The whole chain in a real browser, by keys alone: nobody here has a mouse. Addresses are opened only where people
// open them: from a mail, a bookmark or a poster.

const phone = { width: 390, height: 844 };

let chain: Chain | undefined;
afterEach(async () => {
  if (chain) await closeChain(chain);
  chain = undefined;
});

onBothDatabases('one consultation, all the way round', dialect => {
  test('by keyboard alone, from the plan to the news that something changed', { timeout: 120_000 }, async () => {
    chain = await openChain(dialect, days.planned);
    const { site } = chain;
    const officer = await site.newPage();
    const email = await colleague(chain, 'officer');

    await signInByMail(chain, officer, email, 'Desk');
    const place = await createConsultation(officer);
    await writePlan(officer);
    await namePeople(officer);
    await buildSurvey(officer);
    await previewAndPublish(officer);

    site.world.setNow(days.opens);
    const first = await site.newPage(phone);
    const link = await answerAndSend(first);
    await leaveAddress(first, families.first);
    const second = await site.newPage({ ...phone, scripts: false });
    await answerAndSend(second);
    await leaveAddress(second, families.second);
    expect(await recorded(chain)).toEqual([record, record]);
    await skipAndSend(await site.newPage(phone));
    await changeOneAnswer(await site.newPage(phone), link, questions[2]!, 'Easy');
    await othersAnswer(chain, place);
    await expectTallies(site.world, place.desk.split('/').at(-1) ?? '');

    site.world.setNow(days.afterClose);
    await findItClosed(first, place);
    await signInByMail(chain, officer, email, 'Desk');
    await acknowledge(chain, officer, place);
    const board = await site.newPage();
    const member = await colleague(chain, 'board member');
    await signInByMail(chain, board, member, 'How we keep our promises');
    await readBoard(board);

    site.world.setNow(days.decided);
    await signInByMail(chain, officer, email, 'Desk');
    await markComments(officer);
    await publishServiceChange(officer);
    await publishOutcome(chain, officer, place);
    await readPromise(first, place);

    site.world.setNow(days.done);
    await signInByMail(chain, officer, email, 'Desk');
    await keepPromise(chain, officer, place);
    await readWhatChanged(first);
    await signInByMail(chain, board, member, 'How we keep our promises');
    await readKeptPromises(board);
  });
});
