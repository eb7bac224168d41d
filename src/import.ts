import { ConfigError, readConfig } from './config.ts';
import { migrate } from './db/migrate.ts';
import { openDatabase } from './db/open.ts';
import { runImport } from './imports/run.ts';

/** Brings a survey from a file into the database of this installation: `npm run import -- FILE --as EMAIL`. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const db = openDatabase(config.database);
  try {
    await migrate(db);
    const print = (line: string) => console.log(line);
    const now = () => Temporal.Now.instant();
    // npm starts us in the project's folder; the file was named from another.
    const folder = process.env.INIT_CWD ?? '';
    const isMade = await runImport({ db, config, now, print, folder }, process.argv.slice(2));
    process.exitCode = isMade ? 0 : 1;
  } finally {
    await db.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
