import type { TextAccount } from '../../domain/codes/text-account';
import type { IssuanceSummary, TookBack, WhomItWas } from '../pool';
import { codes, masked, number, toWhom } from '../words';

/** What a take-back came to; `end` is when the codes stop working on Amazon (ISO), if known. */
export function tookBackWords(
  { returned, canceled }: TookBack,
  act: IssuanceSummary | null,
  end: string | null,
): string {
  const whom = act && (act.to || act.channel) ? `, given${toWhom(act)}` : '';
  const what = (count: number) =>
    count === 1 && returned + canceled === 1 && act ? masked(act.firstCode) : codes(count);
  const parts: string[] = [];
  if (canceled > 0) {
    const it = canceled === 1 ? 'it' : 'them';
    const until = end
      ? `until ${new Date(end).toLocaleDateString(undefined, { dateStyle: 'medium' })}`
      : 'until the promotion ends';
    parts.push(
      `Canceled ${what(canceled)}${whom}. Nobody gets ${it} from here again; Amazon still takes ${it} ${until}.`,
    );
  }
  if (returned > 0) {
    const goes = returned === 1 ? 'It goes' : 'They go';
    parts.push(`Took back ${what(returned)}${canceled > 0 ? '' : whom}. ${goes} to the end of the line.`);
  }
  return parts.join(' ');
}

/** What an edit came to. */
export function editedWords(whom: WhomItWas): string {
  return `Saved: given out${toWhom({ to: whom.to.trim(), channel: whom.channel.trim() }) || ' to nobody named'}. The history keeps what it said before.`;
}

/** Lines of a list that may hold a code and could not be read; empty where there are none. */
export function doubtfulWords({ doubtful }: TextAccount): string {
  if (doubtful.length === 0) return '';
  const shown = doubtful.slice(0, 5).map(({ line }) => number(line));
  const list = new Intl.ListFormat().format(doubtful.length > 5 ? [...shown, '…'] : shown);
  return doubtful.length === 1
    ? `Line ${list} may hold a code and could not be read: fix it first.`
    : `${number(doubtful.length)} lines may hold codes and could not be read (${list}): fix them first.`;
}
