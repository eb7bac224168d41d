/** Watches the counter that grows with each act. A count may be up to half a second old, unless `look` was called. */
export type Watch = { count(): Promise<number>; look(): Promise<void> };

const CHECK_EVERY = 500;

export function createWatch(read: () => Promise<number>): Watch {
  let count = -1;
  let looked = -Infinity;
  const look = async () => {
    count = await read();
    looked = performance.now();
  };
  return {
    look,
    async count() {
      if (performance.now() - looked > CHECK_EVERY) await look();
      return count;
    },
  };
}

/** A value that is read again only when the counter has grown. */
export function keepWhile<T>(watch: Watch, read: () => Promise<T>): () => Promise<T> {
  let kept: { count: number; value: T } | null = null;
  return async () => {
    const count = await watch.count();
    if (kept?.count !== count) kept = { count, value: await read() };
    return kept.value;
  };
}
