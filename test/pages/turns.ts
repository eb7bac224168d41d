/** Lends things out, one to each who asks; the others wait for their turn. */
export function lend<T>(things: readonly T[]): <R>(use: (thing: T) => Promise<R>) => Promise<R> {
  const free = [...things];
  const waiting: ((thing: T) => void)[] = [];
  return async use => {
    const thing = free.pop() ?? (await new Promise<T>(resolve => waiting.push(resolve)));
    try {
      return await use(thing);
    } finally {
      const next = waiting.shift();
      if (next) next(thing);
      else free.push(thing);
    }
  };
}
