import type { Became, PeopleRow } from '../../actions/people/people-rows';
import { listed, shortTime } from '../../words/format';
import { say, sayCount } from '../../words/say';

interface PersonLineProps {
  row: PeopleRow;
  open: boolean;
  onOpen: (on: boolean) => void;
}

/** One person or channel: who it is, how many codes, and what became of them. */
export function PersonLine({ row, open, onOpen }: PersonLineProps) {
  const { name, handle, channels, notes, known, at } = row;
  const isPerson = known.length > 0;
  const hints = [name ? handle : '', isPerson ? listed(channels) : '', ...notes].filter(Boolean);
  return (
    <button
      type="button"
      class="people-open"
      aria-expanded={open}
      data-testid="people-open"
      onClick={() => onOpen(!open)}
    >
      <span class="people-arrow" aria-hidden="true" />
      <span class="people-who">
        <b>{nameOfRow(row)}</b>
        {hints.length > 0 && <span class="cc-hint">{hints.join(' · ')}</span>}
      </span>
      <span class="people-what">{becameWords(row)}</span>
      <span class="people-when cc-hint">{shortTime(at)}</span>
    </button>
  );
}

/** What a row is called where somebody, or something, was named, and where not. */
export function nameOfRow({ name, handle, channels, known, key }: PeopleRow): string {
  if (name || handle) return name || handle;
  const [channel] = channels;
  if (known.length === 0 && channel && key.startsWith('channel'))
    return say('peopleNobodyThrough', { channel });
  return say('listNobodyNamed');
}

/** “3 codes, 1 used, 1 canceled”. */
function becameWords({ codes, became }: PeopleRow): string {
  const parts = [
    { of: 'used', all: 'givenAllUsed', some: 'givenSomeUsed' },
    { of: 'canceled', all: 'givenAllCanceled', some: 'givenSomeCanceled' },
    { of: 'returned', all: 'givenAllReturned', some: 'givenSomeReturned' },
  ] as const satisfies readonly { of: keyof Became; all: string; some: string }[];
  const since = parts
    .filter(({ of }) => became[of] > 0)
    .map(({ of, all, some }) => (became[of] === codes ? say(all) : sayCount(some, became[of])));
  return listed([sayCount('listCodes', codes), ...since]);
}
