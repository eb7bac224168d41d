import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  Kysely,
  PostgresDialect,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
} from 'kysely';
import pg from 'pg';
import type { Database } from './dialect.ts';
import { DirectAdapter, type Connection } from './direct.ts';
import type { Schema } from './schema.ts';

const OLDEST_SQLITE = [3, 51, 3];

/** Opens `postgres://…` or a SQLite file path. Throws when the SQLite inside is older than the fixes we rely on. */
export function openDatabase(address: string): Database {
  return /^postgres(ql)?:\/\//.test(address) ? openPostgres(address) : openSqlite(address);
}

function openSqlite(path: string): Database {
  mkdirSync(dirname(path), { recursive: true });
  const writer = new Sqlite(path);
  refuseOldSqlite(writer);
  writer.pragma('journal_mode = WAL');
  // Carrying the log over into the file waits for the disk: seldom is enough, and 40 MB of log are few.
  writer.pragma('wal_autocheckpoint = 10000');
  tune(writer);
  const reader = new Sqlite(path);
  tune(reader);
  reader.pragma('query_only = ON');
  const write = new Kysely<Schema>({ dialect: new ImmediateDialect(remember(writer)) });
  const read = new Kysely<Schema>({ dialect: new DirectDialect(remember(reader)) });
  const close = async () => {
    for (const connection of [reader, writer]) if (connection.open) connection.close();
  };
  return { dialect: 'sqlite', write, read, close };
}

// FULL: an answer that was told 'sent' must survive a power cut. secure_delete: what is erased is overwritten.
function tune(connection: Sqlite.Database): void {
  connection.pragma('synchronous = FULL');
  connection.pragma('secure_delete = ON');
  connection.pragma('foreign_keys = ON');
  connection.pragma('busy_timeout = 5000');
  // 64 MB: the keys of a large consultation, which every answer touches in places of their own.
  connection.pragma('cache_size = -65536');
  // What a statement of many rows may have to take back is kept in memory, not in a file.
  connection.pragma('temp_store = MEMORY');
}

function refuseOldSqlite(connection: Sqlite.Database): void {
  const { version } = connection.prepare('select sqlite_version() as version').get() as { version: string };
  const found = version.split('.').map(Number);
  const place = OLDEST_SQLITE.findIndex((part, index) => found[index] !== part);
  if (place >= 0 && (found[place] ?? 0) < (OLDEST_SQLITE[place] ?? 0)) {
    throw new Error(`SQLite ${version} is too old: ${OLDEST_SQLITE.join('.')} or newer is needed.`);
  }
}

const MOST_STATEMENTS = 300;

/** Kysely prepares each statement anew; the same words are prepared once here. */
function remember(connection: Sqlite.Database): Connection {
  const prepared = new Map<string, Sqlite.Statement>();
  return {
    close: () => connection.close(),
    get inTransaction() {
      return connection.inTransaction;
    },
    prepare(words) {
      let statement = prepared.get(words);
      if (!statement) {
        if (prepared.size >= MOST_STATEMENTS) prepared.clear();
        statement = connection.prepare(words);
        prepared.set(words, statement);
      }
      return statement as unknown as ReturnType<Connection['prepare']>;
    },
  };
}

class DirectDialect extends SqliteDialect {
  readonly database: Connection;
  constructor(database: Connection) {
    super({ database });
    this.database = database;
  }
  override createAdapter(): DirectAdapter {
    return new DirectAdapter(this.database);
  }
}

class ImmediateDialect extends DirectDialect {
  override createDriver(): Driver {
    return new ImmediateDriver({ database: this.database });
  }
}

// A deferred transaction that reads and then writes fails at once when another one wrote in between.
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

function openPostgres(connectionString: string): Database {
  const pool = new pg.Pool({ connectionString, max: 10 });
  // A connection lost while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return { dialect: 'postgres', write: db, read: db, close: () => db.destroy() };
}
