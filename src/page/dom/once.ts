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

let look = 0;
let ends = false;

/** A look at the page begins: it may have been changed since the last one, in the same task too. */
export function beginLook(): void {
  look++;
}

/**
 * Works a thing out once in a look, or in a part of one that goes on later: nothing of the page changes meanwhile. After
 * that it may have been scrolled or dressed otherwise, though no node of it has changed.
 */
export function oncePerLook<K extends object, V>(work: (key: K) => V): (key: K) => V {
  let inLook = work;
  let known = -1;
  return (key) => {
    if (!ends) {
      ends = true;
      queueMicrotask(() => {
        ends = false;
        look++;
      });
    }
    if (known !== look) {
      inLook = oncePer(work);
      known = look;
    }
    return inLook(key);
  };
}
