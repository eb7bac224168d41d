import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { growStamp, readStamp } from '../../src/audit/queries.ts';
import { migrate } from '../../src/db/migrate.ts';
import { runKept } from '../../src/db/kept-words.ts';
import { createTestDatabase, onBothDatabases, type TestDatabase } from '../support/databases.ts';

onBothDatabases('the database', dialect => {
  let made: TestDatabase;
  beforeAll(async () => void (made = await createTestDatabase(dialect)));
  afterAll(() => made.drop());

  test('migrations may run again', async () => {
    await expect(migrate(made.database)).resolves.toBeUndefined();
  });

  test('what is written in a transaction can be read beside it once it has ended', async () => {
    const { write, read } = made.database;
    const before = await readStamp(read);
    await write.transaction().execute(async tx => {
      await growStamp(tx);
      expect(await readStamp(read)).toBe(before);
    });
    expect(await readStamp(read)).toBe(before + 1);
  });

  test('a failed transaction leaves nothing', async () => {
    const { write, read } = made.database;
    const before = await readStamp(read);
    const failing = write.transaction().execute(async tx => {
      await growStamp(tx);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await readStamp(read)).toBe(before);
  });

  if (dialect === 'sqlite') sqliteAlone();

  function sqliteAlone(): void {
    test('the connection that commits writes to disk before it says so (synchronous is FULL)', async () => {
      const inside = await made.database.write
        .transaction()
        .execute(tx => sql<{ synchronous: number }>`pragma synchronous`.execute(tx));
      expect(inside.rows).toEqual([{ synchronous: 2 }]);
    });

    test('what is erased is overwritten, and keys between tables hold', async () => {
      const { write } = made.database;
      expect((await sql`pragma secure_delete`.execute(write)).rows).toEqual([{ secure_delete: 1 }]);
      expect((await sql`pragma foreign_keys`.execute(write)).rows).toEqual([{ foreign_keys: 1 }]);
    });

    test('the reading connection can’t write', async () => {
      await expect(growStamp(made.database.read)).rejects.toThrow(/readonly|read-only/);
    });

    test('a statement that goes straight to SQLite never comes into the transaction of somebody else', async () => {
      const { write } = made.database;
      const look = () => runKept(write, 'test stamps', [], () => write.selectFrom('stamps').selectAll());
      await growStamp(write);
      const before = await look();
      let seen: Promise<unknown> = Promise.resolve();
      const failing = write.transaction().execute(async tx => {
        await growStamp(tx);
        seen = look();
        await new Promise(resolve => setTimeout(resolve, 20));
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await seen).toEqual(before);
    });

    test('a transaction takes the file at once, so that a read before a write can’t fail', async () => {
      const { write } = made.database;
      const grow = () =>
        write.transaction().execute(async tx => {
          await readStamp(tx);
          await growStamp(tx);
        });
      const before = await readStamp(write);
      await Promise.all(Array.from({ length: 20 }, grow));
      expect(await readStamp(write)).toBe(before + 20);
    });
  }
});
