/** A file of so many codes, as reading it gives. */
export function codes(count: number) {
  const list = Array.from({ length: count }, (_, n) => {
    const text = n.toString(36).toUpperCase().padStart(6, '0');
    return `LATE-${text}-${[...text].reverse().join('')}`;
  });
  return { name: 'codes.txt', sha256: 'ab'.repeat(32), codes: list, history: null, people: null };
}
