import type { Holding } from '../../actions/pool';
import { shortTime } from '../../words/format';
import { say } from '../../words/say';

/** What became of a code since it went out: “Given out Oct 4, used Oct 9 in order 111-…”. On paper `time` names the day, too. */
export function becameLine(
  { act, state, endedAt, usedAt, orderId }: Holding,
  time: (at: string) => string = shortTime,
): string {
  const given = time(act.at);
  if (usedAt !== '') {
    const about = { given, used: time(usedAt) };
    return orderId ? say('peopleUsedIn', { ...about, order: orderId }) : say('peopleUsed', about);
  }
  if (state === 'issued') return say('givenOut', { time: given });
  const ended = endedAt === '' ? say('dayUnknown') : time(endedAt);
  return say(state === 'void' ? 'peopleCanceled' : 'peopleReturned', { given, ended });
}
