/**
 * Works a thing out once for each object and remembers it while the object lives. Controls and scenes are
 * made anew at every look at the page, so that nothing outlives the look it was true for.
 */
export function oncePer<K extends object, V>(work: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    let found = known.get(key);
    if (!found) {
      found = { value: work(key) };
      known.set(key, found);
    }
    return found.value;
  };
}

/**
 * The same for one task alone, in which nothing of the page changes: at the next look it may have been scrolled or
 * dressed otherwise, though no node of it has changed.
 */
export function oncePerTask<K extends object, V>(work: (key: K) => V): (key: K) => V {
  let inTask: ((key: K) => V) | null = null;
  return (key) => {
    if (!inTask) {
      inTask = oncePer(work);
      queueMicrotask(() => {
        inTask = null;
      });
    }
    return inTask(key);
  };
}
