import type { Holding } from '../../actions/pool';
import { shortTime } from '../../words/format';
import { say } from '../../words/say';

/** What became of a code since it went out: “Given out Oct 4, used Oct 9 in order 111-…”. */
export function becameLine({ act, state, endedAt, usedAt, orderId }: Holding): string {
  const given = shortTime(act.at);
  if (usedAt !== '') {
    const about = { given, used: shortTime(usedAt) };
    return orderId ? say('peopleUsedIn', { ...about, order: orderId }) : say('peopleUsed', about);
  }
  if (state === 'issued') return say('givenOut', { time: given });
  const ended = endedAt === '' ? say('dayUnknown') : shortTime(endedAt);
  return say(state === 'void' ? 'peopleCanceled' : 'peopleReturned', { given, ended });
}
