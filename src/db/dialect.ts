import { PostgresAdapter, sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** A connection or an open transaction. Inside a transaction always pass the transaction on. */
export type Db = Kysely<Schema> | Transaction<Schema>;
export type Dialect = 'sqlite' | 'postgres';

/** What the app works with: one place to write, one to read; on PostgreSQL both are the same pool. */
export type Database = {
  dialect: Dialect;
  write: Kysely<Schema>;
  read: Kysely<Schema>;
  close(): Promise<void>;
};

export function dialectOf(db: Pick<Kysely<unknown>, 'getExecutor'>): Dialect {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';
}

/** `count(*)` as a number on both databases (PostgreSQL would give a string). */
export function countAll(): RawBuilder<number> {
  return sql<number>`cast(count(*) as integer)`;
}

/** Locks the rows read until the transaction ends. On SQLite a write transaction already holds the whole file. */
export function forUpdate<Q extends { forUpdate(): Q }>(db: Db, query: Q): Q {
  return dialectOf(db) === 'postgres' ? query.forUpdate() : query;
}

type WithEnd<B> = { modifyEnd(words: RawBuilder<unknown>): B };

/** On SQLite the rows lie in the order of their key, so that the order of arrival is not kept. */
export function withoutRowid(db: Pick<Kysely<unknown>, 'getExecutor'>): <B extends WithEnd<B>>(builder: B) => B {
  return builder => (dialectOf(db) === 'sqlite' ? builder.modifyEnd(sql`without rowid`) : builder);
}

/** What a column that holds bytes is called. */
export function bytesType(db: Pick<Kysely<unknown>, 'getExecutor'>): 'bytea' | 'blob' {
  return dialectOf(db) === 'postgres' ? 'bytea' : 'blob';
}
