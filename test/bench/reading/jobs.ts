import { others as dictionaries, type OtherLanguage } from '../../../src/page/labels/languages/others.ts';
import type { Job } from './lab.ts';

/** So many mutants, all severities: half in English, a quarter in Japanese, the rest in the other languages. */
export function jobsOf(count: number, seed: number): Job[] {
  const others = (Object.keys(dictionaries) as OtherLanguage[]).filter((language) => language !== 'ja');
  return Array.from({ length: count }, (_, at) => {
    const turn = Math.floor(at / 6);
    const other = others[Math.floor(turn / 4) % others.length] ?? 'de';
    const language = turn % 4 < 2 ? 'en' : turn % 4 === 2 ? 'ja' : other;
    return [seed * 1_000_003 + at, (at % 6) + 1, language];
  });
}
