import type { Dialect } from '../db/dialect.ts';

type Write<Item, Result> = (items: readonly Item[]) => Promise<Result[]>;
type Waiting<Item, Result> = { item: Item; resolve(result: Result): void; reject(error: unknown): void };

/**
 * One item in, its result out once it is on disk. On SQLite what arrives together is written in one commit of at most
 * `most` items, since a commit waits for the disk. PostgreSQL gathers commits itself, so there each item is written
 * alone. Memory is bounded by the requests that wait.
 */
export function gathering<Item, Result>(
  dialect: Dialect,
  most: number,
  write: Write<Item, Result>,
): (item: Item) => Promise<Result> {
  // Twice: two at the same moment may have been in each other's way.
  const one = async (item: Item): Promise<Result> => {
    const [result] = await write([item]).catch(() => write([item]));
    return result as Result;
  };
  if (dialect === 'postgres') return one;
  const waiting: Waiting<Item, Result>[] = [];
  let busy = false;
  // As long as each look at the network brings more, waiting for them costs less than a commit for each part.
  const gather = async () => {
    for (let before = 0; before < waiting.length && waiting.length < most;) {
      before = waiting.length;
      await new Promise(setImmediate);
    }
  };
  const work = async () => {
    while (waiting.length > 0) {
      await gather();
      await flush(waiting.splice(0, most), write, one);
    }
    busy = false;
  };
  return item =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (busy) return;
      busy = true;
      void work();
    });
}

/** A batch that fails is tried again one by one, so that nobody's answer is lost to somebody else's trouble. */
async function flush<Item, Result>(
  batch: readonly Waiting<Item, Result>[],
  write: Write<Item, Result>,
  one: (item: Item) => Promise<Result>,
): Promise<void> {
  try {
    const results = await write(batch.map(each => each.item));
    batch.forEach((each, at) => each.resolve(results[at] as Result));
  } catch {
    for (const each of batch) await one(each.item).then(each.resolve, each.reject);
  }
}
