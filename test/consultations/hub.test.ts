import { beforeEach, expect, test } from 'vitest';
import { act } from '../../src/audit/act.ts';
import { addLateReason } from '../../src/consultations/queries.ts';
import { addAcknowledgement } from '../../src/acknowledgements/queries.ts';
import { replaceSnapshot } from '../../src/analysis/queries.ts';
import { randomId } from '../../src/db/ids.ts';
import { addPublication } from '../../src/publications/queries.ts';
import { openConsultation, planConsultation, type Officer, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

const START = '2026-11-23';

onBothDatabases('the hub', dialect => {
  let world: World;
  let officer: Officer;
  beforeEach(async () => {
    world = await createWorld(dialect, START);
    officer = await world.signIn('officer');
    return () => world.close();
  });

  const hub = () => world.visitor().read('/');

  /** The part of a page under one heading of the second level. */
  function under(page: string, heading: string): string {
    return page.split('<h2').find(part => part.includes(`>${heading}</h2>`)) ?? '';
  }

  async function acknowledge({ id }: Planned, lateReason?: string): Promise<void> {
    const now = world.deps.now();
    const at = now.toString({ smallestUnit: 'millisecond' });
    const given = { person: { id: officer.personId }, act: 'acknowledge', subject: { kind: 'consultation', id }, now };
    await act(world.db.write, given, async tx => {
      const row = { acknowledged_at: at, acknowledged_by: officer.personId, words: 'Thank you.', mailed: 0, listed: 0 };
      await addAcknowledgement(tx, { id: randomId(), consultation_id: id, ...row });
      const late = { consultation_id: id, promise: 'acknowledgement', given_at: at, given_by: officer.personId };
      if (lateReason) await addLateReason(tx, { ...late, reason: lateReason });
    });
    await look();
  }

  async function decide({ id, opensOn, closesOn }: Planned): Promise<void> {
    const now = world.deps.now();
    const entry = { decision: 'done', words: 'Two new places.', heading: 'Places' };
    const entries = [entry, { ...entry, decision: 'cannot' }, { ...entry, decision: 'will' }];
    const content = { title: 'Short breaks', opensOn, closesOn, people: null, figuresOn: closesOn, entries };
    const given = {
      person: { id: officer.personId },
      act: 'publish outcomes',
      subject: { kind: 'consultation', id },
      now,
    };
    await act(world.db.write, given, tx =>
      addPublication(tx, {
        kind: 'outcomes',
        subjectId: id,
        content,
        personId: officer.personId,
        now: now.toString({ smallestUnit: 'millisecond' }),
      }),
    );
    await look();
  }

  // Kept pages look for changes at once after a post by staff; tests that write beside the site ask for it this way.
  const look = () => officer.post('/desk/consultations', { title: '' });

  test('a consultation moves through the hub as the clock passes its dates', async () => {
    const planned = await openConsultation(world, officer, {
      opens_on: '2026-11-25',
      closes_on: '2026-12-14',
      outcome_on: '2027-02-26',
    });
    expect(under(await hub(), 'Opening soon')).toContain('Opens Wednesday 25 November');
    const soon = under(await world.visitor().read('/consultations'), 'Opening soon');
    expect(soon).toContain('<span class="station-when">25 November</span>');

    world.setNow('2026-11-25');
    expect(under(await hub(), 'Open now')).toContain('Closes Monday 14 December');
    expect(await hub()).not.toContain('Opening soon');
    world.setNow('2026-12-14');
    expect(under(await hub(), 'Open now')).toContain('Closes today');
    world.setNow('2026-12-14T23:59:59Z');
    expect(under(await hub(), 'Open now')).toContain('Closes today');
    world.setNow('2026-12-15T00:00:00Z');
    expect(under(await hub(), 'Open now')).not.toContain('Short breaks');
    expect(under(await hub(), 'We are working on it')).toContain('We reply by');

    await acknowledge(planned);
    expect(under(await hub(), 'We are working on it')).toContain('We replied');
    world.setNow('2027-02-26');
    await decide(planned);
    const page = await hub();
    expect(under(page, 'What changed')).toContain('/you-said-we-did/short-breaks-what-should-change');
    expect(under(page, 'What changed')).toContain('1 done, 1 promised, 1 not possible');
    expect(under(page, 'What changed')).toContain('Updated 26 February');
    expect(page).not.toContain('>We are working on it<');
  });

  test('a card says who it is for, until when and how long, and in the list every date promised', async () => {
    await openConsultation(world, officer, { closes_on: '2026-12-14', outcome_on: '2027-02-26' });
    const card = under(await hub(), 'Open now');
    expect(card).toContain('For: Parents and carers of children who use short breaks.');
    expect(card).toContain('Closes Monday 14 December');
    expect(card).toContain('About 6 minutes');
    expect(card).not.toContain('26 February 2027');
    const listed = under(await world.visitor().read('/consultations'), 'Open now');
    for (const date of ['14 December', '30 December', '26 February 2027']) expect(listed).toContain(date);
    expect(listed).not.toContain('Closes Monday 14 December');
  });

  test('a kept page changes after an act and when the day ends', async () => {
    await hub();
    await openConsultation(world, officer, { title: 'A new one' });
    expect(await hub()).toContain('A new one');
  });

  test('a plan that is not published is nowhere in public', async () => {
    const { slug } = await planConsultation(world, officer, { title: 'A secret plan' });
    expect(await hub()).not.toContain('A secret plan');
    expect(await world.visitor().read('/consultations')).not.toContain('A secret plan');
    expect((await world.visitor().get(`/consultations/${slug}`)).status).toBe(404);
  });

  test('how many people answered comes from the snapshot alone, and never when it is too few', async () => {
    const { id, closesOn } = await openConsultation(world, officer);
    world.setNow(Temporal.PlainDate.from(closesOn).add({ days: 1 }).toString());
    expect(await hub()).not.toContain('answered');
    const picture = async (responses: number | null) => {
      const figures = JSON.stringify({ responses, perQuestion: [], arrivals: [] });
      await replaceSnapshot(
        world.db.write,
        { consultation_id: id, taken_at: START, after_close_at: null, responses: responses ?? 4, figures },
        null,
      );
      await openConsultation(world, officer, { title: 'Another' });
    };
    await picture(212);
    expect(under(await hub(), 'We are working on it')).toContain('212 people answered');
  });

  test('too few people are not told of', async () => {
    const { id, closesOn } = await openConsultation(world, officer);
    const figures = JSON.stringify({ responses: null, perQuestion: [], arrivals: [] });
    const row = { consultation_id: id, taken_at: START, after_close_at: null, responses: 4, figures };
    await replaceSnapshot(world.db.write, row, null);
    world.setNow(Temporal.PlainDate.from(closesOn).add({ days: 1 }).toString());
    const card = under(await hub(), 'We are working on it');
    expect(card).toContain('Short breaks');
    expect(card).not.toContain('answered');
  });

  test('K12 the timeline tells what happened in its order, with late shown as late and why', async () => {
    const planned = await openConsultation(world, officer, { closes_on: '2026-12-14', outcome_on: '2027-02-26' });
    world.setNow('2027-01-04');
    const overdue = await world.visitor().read(`/consultations/${planned.slug}`);
    expect(overdue).toContain('Our reply was due. It is not done yet, 2 working days late.');
    await acknowledge(planned, 'Our mail system failed.');
    const page = await world.visitor().read(`/consultations/${planned.slug}`);
    const events = page.slice(page.indexOf('What has happened so far'));
    expect(events).toContain(
      'We replied to everybody who left an address, 2 working days late. Why: Our mail system failed.',
    );
    const order = ['We published this page.', 'It opened for answers.', 'It closed.', 'We replied to everybody'];
    const places = order.map(words => events.indexOf(words));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
    expect(events).not.toContain('We said what we decided');
    expect(page).toContain('Replied late');
    expect(page).toContain('Our reply of Monday 4 January');
    expect(page).toContain('Thank you.');
  });

  test('the page of an open one leads to answering, of a decided one to what changed', async () => {
    const planned = await openConsultation(world, officer, { closes_on: '2026-12-14', outcome_on: '2027-02-26' });
    const path = `/consultations/${planned.slug}`;
    const answer = `href="${path}/answer"`;
    expect(await world.visitor().read(path)).toContain(answer);
    world.setNow('2026-12-15');
    const closed = await world.visitor().read(path);
    expect(closed).not.toContain(answer);
    expect(closed).toContain('It closed on Monday 14 December.');
    await acknowledge(planned);
    await decide(planned);
    expect(await world.visitor().read(path)).toContain(`href="/you-said-we-did/${planned.slug}"`);
  });

  test('before it opens the page says when, and offers no answering', async () => {
    const { slug } = await openConsultation(world, officer, { opens_on: '2026-11-30' });
    const page = await world.visitor().read(`/consultations/${slug}`);
    expect(page).toContain('You can answer from Monday 30 November.');
    expect(page).not.toContain('/answer"');
  });
});
