import type { Entry } from '../src/words/entry.ts';

/** The store limits the length of these, and the language decides how numbers are written. */
const kept = new Set(['language', 'name', 'description']);

/**
 * The catalogue in a made-up language that shows what no translator reaches, and what has no room for other
 * languages: accented, 40 % longer, in brackets.
 */
export function pseudoLocale(catalogue: Readonly<Record<string, Entry>>): Record<string, Entry> {
  return Object.fromEntries(
    Object.entries(catalogue).map(([key, entry]) => [
      key,
      kept.has(key) ? entry : { ...entry, message: pseudo(entry.message) },
    ]),
  );
}

const plain = 'abcdefghijklmnopqrstuvwxyz';
const accented = 'áƀçđéƒĝĥíĵķłɱñóþǫŕšţúṽŵẋýž';

function pseudo(message: string): string {
  // Places keep their names: $NAME$, $1.
  const parts = message.split(/(\$\w+\$|\$\d)/);
  return `[${parts.map((part, at) => (at % 2 === 1 ? part : longer(part))).join('')}]`;
}

/** Nearly all vowels stand twice: 40 % more, in words no longer than German or Finnish have. */
function longer(text: string): string {
  let vowels = 0;
  return text.replace(/[a-z]/gi, (letter) => {
    const small = letter.toLowerCase();
    const made = accented[plain.indexOf(small)] ?? letter;
    const shown = letter === small ? made : made.toUpperCase();
    return 'aeiou'.includes(small) && vowels++ % 8 !== 7 ? shown + made : shown;
  });
}
