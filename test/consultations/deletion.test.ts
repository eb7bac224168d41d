import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditOf } from '../../src/audit/queries.ts';
import { goesToo, keepsIt, workedOut } from '../../src/consultations/delete-queries.ts';
import { publishConsultation } from '../../src/consultations/publish.ts';
import { findConsultation, latestVersion } from '../../src/consultations/queries.ts';
import type { Schema } from '../../src/db/schema.ts';
import { openConsultation, planConsultation, type Officer } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { addFile, aPicture } from '../support/media.ts';
import { createWorld, type World } from '../support/world.ts';

const pathOf = ({ id }: { id: string }) => `/desk/consultations/${id}/deletion`;

onBothDatabases('deleting a plan', dialect => {
  let world: World;
  let officer: Officer;
  beforeAll(async () => {
    world = await createWorld(dialect);
    officer = await world.signIn('officer');
  });
  afterAll(() => world.close());

  const exists = async (id: string) => (await findConsultation(world.db.read, id)) !== undefined;
  const rowsIn = (table: keyof Schema) => world.db.read.selectFrom(table).selectAll().execute();

  test('everything that belongs to it goes, and the act stays on record with its title', async () => {
    const planned = await planConsultation(world, officer, { title: 'Begun by mistake' });
    const base = `/desk/consultations/${planned.id}`;
    await addFile(officer, planned.id, await aPicture());
    await officer.post(`${base}/themes`, { name: 'Nearer home', summary: '' });
    const emptied = ['media', 'media_parts', 'themes', 'survey_versions', 'survey_edits'] as const;
    for (const table of emptied) expect(await rowsIn(table), table).not.toEqual([]);
    expect(await officer.read(base)).toContain(pathOf(planned));
    const asks = await officer.read(pathOf(planned));
    for (const words of ['5 questions', '1 person', '1 picture', '1 theme']) expect(asks).toContain(words);
    expect(await exists(planned.id), 'looking at the page deletes nothing').toBe(true);

    const desk = await (await officer.follow(officer.post(pathOf(planned)))).text();
    expect(desk).toContain('The plan is deleted.');
    expect(desk).not.toContain('Begun by mistake');
    for (const table of [...emptied, 'consultations', 'consultation_people', 'team_members'] as const) {
      expect(await rowsIn(table), table).toEqual([]);
    }
    const acts = await auditOf(world.db.read, 'consultation', planned.id);
    const last = acts.find(each => each.act === 'delete a plan');
    expect(last?.person_id).toBe(officer.personId);
    expect(JSON.parse(last?.detail ?? '')).toEqual({ title: 'Begun by mistake' });
    expect((await officer.get(base)).status).toBe(404);
    expect((await officer.post(pathOf(planned))).status, 'pressed again').toBe(404);
  });

  test('what was published stays, with a plain reason', async () => {
    const planned = await openConsultation(world, officer);
    expect(await officer.read(`/desk/consultations/${planned.id}`)).not.toContain('Delete this plan');
    expect(await officer.read(pathOf(planned))).toContain('It was published.');
    const refused = await officer.post(pathOf(planned));
    expect(refused.status).toBe(409);
    const page = await refused.text();
    expect(page).toContain('It was published.');
    expect(page).not.toContain('<form method="post" action="/desk/consultations');
    expect(await exists(planned.id)).toBe(true);
  });

  test('what somebody gave us stays, published or not', async () => {
    const planned = await planConsultation(world, officer);
    const contact = { id: 'c1', consultation_id: planned.id, way: 'post', name: 'Kit', address: '1 Lane' };
    await world.db.write.insertInto('contacts').values(contact).execute();
    expect((await officer.post(pathOf(planned))).status).toBe(409);
    await world.db.write.deleteFrom('contacts').execute();
    const version = await latestVersion(world.db.read, planned.id);
    const draft = { id: 'd1', token_hash: 'x', consultation_id: planned.id, version_id: version?.id ?? '' };
    const begun = { response_id: null, answers: '{}', begun_at: '', saved_at: '', shortened_at: null, forget_at: null };
    await world.db.write
      .insertInto('drafts')
      .values({ ...draft, ...begun })
      .execute();
    const refused = await officer.post(pathOf(planned));
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('Somebody has answered it');
    expect(await exists(planned.id)).toBe(true);
    await world.db.write.deleteFrom('drafts').execute();
  });

  test('is for those who may change it', async () => {
    const planned = await planConsultation(world, officer);
    const other = await world.signIn('officer', world.organisations.health);
    expect((await other.get(pathOf(planned))).status).toBe(404);
    expect((await other.post(pathOf(planned))).status).toBe(404);
    expect((await (await world.signIn('forum member')).post(pathOf(planned))).status).toBe(403);
    expect((await world.visitor().post(pathOf(planned))).status).toBe(401);
    expect(await exists(planned.id)).toBe(true);
    expect((await (await world.signIn('officer')).post(pathOf(planned))).status).toBe(303);
  });

  test('deleted and published at once: one of the two, and never half of it', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const planned = await planConsultation(world, officer);
      const now = world.deps.now();
      const publish = publishConsultation(world.db.write, { id: officer.personId }, planned.id, now).catch(() => 0);
      const [published, deletion] = await Promise.all([publish, officer.post(pathOf(planned))]);
      expect(deletion.status).toBe(published > 0 ? 409 : 303);
      expect(await exists(planned.id)).toBe(published > 0);
    }
  });

  // A new table has to say whether its rows go with a plan or keep it.
  test('every table that hangs on a consultation is thought of', async () => {
    if (dialect === 'postgres') return;
    const query = sql<{ name: string }>`select m.name from sqlite_master m, pragma_foreign_key_list(m.name) k
      where m.type = 'table' and k."table" = 'consultations'`;
    const hanging = (await query.execute(world.db.read)).rows.map(row => row.name).sort();
    expect([...goesToo, ...keepsIt, ...workedOut].sort()).toEqual(hanging);
  });
});
