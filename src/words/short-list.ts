import { listed } from './format';
import { sayCount } from './say';

/** Names as far as one sentence bears them: “A, B, C, 47 more”. One name alone is never left out. */
export function shortList(names: readonly string[], most: number): string {
  const rest = names.length - most;
  return listed(rest > 1 ? [...names.slice(0, most), sayCount('tableMore', rest)] : names);
}
