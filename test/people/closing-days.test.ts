import { afterAll, beforeAll, expect, test } from 'vitest';
import { openConsultation } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

onBothDatabases('days when the partnership is closed', dialect => {
  let world: World;
  let admin: Awaited<ReturnType<World['signIn']>>;

  beforeAll(async () => {
    world = await createWorld(dialect);
    admin = await world.signIn('administrator');
  });
  afterAll(() => world.close());

  const audited = async (act: string) => {
    const rows = await world.db.read.selectFrom('audit').select('id').where('act', '=', act).execute();
    return rows.length;
  };

  test('a day when the partnership is closed is no working day, until it is taken back', async () => {
    const day = { 'closingDay-day': '24', 'closingDay-month': '12', 'closingDay-year': '2026', what: 'Offices closed' };
    expect((await admin.post('/admin/closing-days', day)).status).toBe(303);
    expect([...(await world.deps.calendar()).closingDays]).toEqual(['2026-12-24']);
    const again = await admin.post('/admin/closing-days', day);
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('That day is in the list already.');
    expect(await audited('add closing day')).toBe(1);
    expect((await admin.post('/admin/closing-days/2026-12-24/removal')).status).toBe(303);
    expect((await admin.post('/admin/closing-days/2026-12-24/removal')).status).toBe(404);
    expect([...(await world.deps.calendar()).closingDays]).toEqual([]);
    const wrong = await admin.post('/admin/closing-days', { ...day, 'closingDay-day': '31', 'closingDay-month': '2' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="31"');
  });

  test('W13 a closing day that is past, or would move a promised reply, is neither added nor taken out', async () => {
    const officer = await world.signIn('officer');
    const close = (day: string, month: string) =>
      admin.post('/admin/closing-days', {
        'closingDay-day': day,
        'closingDay-month': month,
        'closingDay-year': '2026',
        what: 'Offices closed',
      });
    const days = async () => [...(await world.deps.calendar()).closingDays];
    expect(await (await close('22', '11')).text()).toContain('Only days that are still to come');
    expect((await close('23', '12')).status).toBe(303);
    await openConsultation(world, officer, { title: 'Short breaks', closes_on: '2026-12-14' });
    const moves = await close('24', '12');
    expect(moves.status).toBe(422);
    expect(await moves.text()).toContain('24 December would move a promise: Short breaks, reply by 31 December.');
    const back = await admin.post('/admin/closing-days/2026-12-23/removal');
    expect(back.status).toBe(422);
    const page = await back.text();
    expect(page).toContain('23 December would move a promise: Short breaks, reply by 31 December.');
    expect(page).toContain('href="#open-2026-12-23"');
    expect(page.match(/ id="open-2026-12-23"/g)).toHaveLength(1);
    expect(await days()).toEqual(['2026-12-23']);

    world.setNow('2026-12-23');
    const past = await admin.post('/admin/closing-days/2026-12-23/removal');
    expect(past.status).toBe(422);
    expect((await past.text()).match(/ id="open-2026-12-23"/g)).toHaveLength(1);
    world.setNow('2026-11-22');
    expect(await days()).toEqual(['2026-12-23']);
    await world.db.write.deleteFrom('closing_days').execute();
  });
});
