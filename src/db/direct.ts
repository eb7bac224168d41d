import { SqliteAdapter, type SqliteDatabase } from 'kysely';
import type { Db } from './dialect.ts';

/** The one SQLite connection behind a Kysely, and whether a transaction is open on it. */
export type Connection = SqliteDatabase & { readonly inTransaction: boolean };

/** Lets a statement whose words are known pass Kysely by: its way to SQLite takes longer than most statements. */
export class DirectAdapter extends SqliteAdapter {
  readonly #connection: Connection;
  constructor(connection: Connection) {
    super();
    this.#connection = connection;
  }

  /** Whether no transaction is open but this one: nobody's statement may come into the transaction of somebody else. */
  isFreeFor(db: Db): boolean {
    return this.#connection.inTransaction === db.isTransaction;
  }

  run<Row>(words: string, values: readonly unknown[]): Row[] {
    const statement = this.#connection.prepare(words);
    if (statement.reader) return statement.all(values) as Row[];
    statement.run(values);
    return [];
  }
}
