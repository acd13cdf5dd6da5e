import { sayWhom } from '../../words/format';
import { sayCount } from '../../words/say';
import type { Issued, IssueTo } from '../pool';

type Whom = Pick<IssueTo, 'to' | 'channel'>;

/** What giving out several codes as a file came to. */
export function severalWords({ codes, to, channel }: Pick<Issued, 'codes' | 'to' | 'channel'>, file: string) {
  const whom = to || channel;
  return whom
    ? sayCount('deskSeveralFor', codes.length, { whom, file })
    : sayCount('deskSeveral', codes.length, { file });
}

/** What counting the codes of an exported list came to. */
export function countedWords(count: number, file: string, given: Whom): string {
  return sayWhom(
    given,
    () => sayCount('deskCounted', count, { file }),
    (whom) => sayCount('deskCountedTo', count, { whom, file }),
    (channel) => sayCount('deskCountedThrough', count, { channel, file }),
  );
}
