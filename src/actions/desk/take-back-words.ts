import type { TextAccount } from '../../domain/codes/text-account';
import { day, listedAnd, masked, number, sayWhom } from '../../words/format';
import { say, sayCount } from '../../words/say';
import type { IssuanceSummary, TookBack, WhomItWas } from '../pool';

const nobody = { to: '', channel: '' };

/** What a take-back came to; `end` is when the codes stop working on Amazon (ISO), if known. */
export function tookBackWords(
  { returned, canceled }: TookBack,
  act: IssuanceSummary | null,
  end: string | null,
): string {
  // One code goes by its first letters.
  const code = returned + canceled === 1 && act ? masked(act.firstCode) : null;
  const parts: string[] = [];
  if (canceled > 0) {
    parts.push(canceledWords(canceled, code, act ?? nobody));
    parts.push(
      end
        ? sayCount('canceledStillUntil', canceled, { date: day(end) })
        : sayCount('canceledStill', canceled),
    );
  }
  if (returned > 0) {
    // To whom was said already.
    parts.push(returnedWords(returned, code, canceled > 0 ? nobody : (act ?? nobody)));
    parts.push(sayCount('returnedGoes', returned));
  }
  return parts.join(' ');
}

type Whom = Pick<WhomItWas, 'to' | 'channel'>;

function canceledWords(count: number, code: string | null, given: Whom): string {
  return code === null
    ? sayWhom(
        given,
        () => sayCount('canceledCodes', count),
        (whom) => sayCount('canceledCodesTo', count, { whom }),
        (channel) => sayCount('canceledCodesThrough', count, { channel }),
      )
    : sayWhom(
        given,
        () => say('canceledCode', { code }),
        (whom) => say('canceledCodeTo', { code, whom }),
        (channel) => say('canceledCodeThrough', { code, channel }),
      );
}

function returnedWords(count: number, code: string | null, given: Whom): string {
  return code === null
    ? sayWhom(
        given,
        () => sayCount('returnedCodes', count),
        (whom) => sayCount('returnedCodesTo', count, { whom }),
        (channel) => sayCount('returnedCodesThrough', count, { channel }),
      )
    : sayWhom(
        given,
        () => say('returnedCode', { code }),
        (whom) => say('returnedCodeTo', { code, whom }),
        (channel) => say('returnedCodeThrough', { code, channel }),
      );
}

/** What undoing a take-back came to. */
export function takeBackUndoneWords(out: number, given: Whom): string {
  return sayWhom(
    given,
    () => sayCount('deskTakeBackUndone', out),
    (whom) => sayCount('deskTakeBackUndoneTo', out, { whom }),
    (channel) => sayCount('deskTakeBackUndoneThrough', out, { channel }),
  );
}

/** What an edit came to. */
export function editedWords({ to, channel }: WhomItWas): string {
  return sayWhom(
    { to: to.trim(), channel: channel.trim() },
    () => say('editedNobody'),
    (whom) => say('editedTo', { whom }),
    (channel) => say('editedThrough', { channel }),
  );
}

/** Lines of a list that may hold a code and could not be read; empty where there are none. */
export function doubtfulWords({ doubtful }: TextAccount): string {
  if (doubtful.length === 0) return '';
  const shown = doubtful.slice(0, 5).map(({ line }) => number(line));
  const lines = listedAnd(doubtful.length > 5 ? [...shown, '…'] : shown);
  return sayCount('doubtfulLines', doubtful.length, { lines });
}
