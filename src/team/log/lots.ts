/** How many entries are read ahead of whoever takes them in. */
const ahead = 512;

/**
 * What comes one by one, as lots of whatever is there already, `most` at a time: while one is taken in, the next are read.
 * Ends and rejects as the source does, once all that came before was taken.
 */
export async function* inLots<T>(source: AsyncIterable<T>, most: number): AsyncGenerator<T[]> {
  const waiting: T[] = [];
  let end: { readonly error?: unknown } | null = null;
  let wake = () => {};
  let room = () => {};
  let over = false;
  const next = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  let came = next();
  const reading = (async () => {
    try {
      for await (const one of source) {
        waiting.push(one);
        wake();
        while (waiting.length >= ahead && !over)
          await new Promise<void>((resolve) => {
            room = resolve;
          });
        if (over) return;
      }
      end = {};
    } catch (error) {
      end = { error };
    }
    wake();
  })();
  try {
    for (;;) {
      while (waiting.length > 0) {
        yield waiting.splice(0, most);
        room();
      }
      if (end) break;
      await came;
      came = next();
    }
    await reading;
    const ended = end as { readonly error?: unknown };
    if ('error' in ended) throw ended.error;
  } finally {
    over = true;
    room();
  }
}
