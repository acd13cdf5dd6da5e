import type { IgnoredEntries } from '../members/ignored';
import type { Ignored } from '../members/read-entry';
import type { Members } from '../members/team-state';
import { nameOf } from './member-rows';

/** Why an entry was passed over, as a clause; what only programs tell apart is told as one. */
const words = {
  role: 'teamWhyRole',
  gone: 'teamWhyGone',
  doubted: 'teamWhyDoubted',
  stale: 'teamWhyStale',
  'unsaid-kind': 'teamWhyNewer',
  'unknown-member': 'teamWhyUnknown',
  'other-member': 'teamWhyForged',
  signature: 'teamWhyForged',
  sealed: 'teamWhySealed',
  generation: 'teamWhySealed',
  'last-owner': 'teamWhyOwner',
  'no-founding': 'teamWhyFounding',
  founded: 'teamWhyFounding',
} as const satisfies Partial<Record<Ignored, string>>;

/** What was passed over of one member for one reason. */
export interface PassedOver {
  /** Empty where nobody can be told. */
  readonly by: string;
  readonly why: (typeof words)[keyof typeof words] | 'teamWhyNonsense';
  readonly count: number;
  /** The last place in the log. */
  readonly seq: number;
}

/** The last entries that were passed over, by whom and why, the most frequent first. */
export function passedOver({ last }: IgnoredEntries, members: Members | null): PassedOver[] {
  const groups = new Map<string, PassedOver>();
  for (const { member, why, seq } of last) {
    const clause = why in words ? words[why as keyof typeof words] : 'teamWhyNonsense';
    const key = `${clause} ${member}`;
    const by = member === '' ? '' : nameOf(members, member);
    groups.set(key, { by, why: clause, count: (groups.get(key)?.count ?? 0) + 1, seq });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || b.seq - a.seq);
}
