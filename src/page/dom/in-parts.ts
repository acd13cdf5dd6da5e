/** Work that pauses now and then, done at one go. */
export function allOf<T>(parts: Generator<void, T>): T {
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value;
  }
}
