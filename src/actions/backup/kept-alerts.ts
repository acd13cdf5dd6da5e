import type { AlertKind } from '../../domain/alerts/alert';
import type { LowAt } from '../../domain/alerts/alert-rules';
import {
  type AlertSwitches,
  alertLevels,
  defaultSwitches,
  levelOf,
  type QuietHours,
} from '../../domain/alerts/switches';
import { switchesKey, switchShapes } from '../../stored/alerts/alert-switches';
import { isRecord } from '../../stored/local';
import { alertNames, levelWords } from '../../words/alert-words';
import { clock, listed } from '../../words/format';
import { say, sayCount } from '../../words/say';
import type { KeptItem } from './kept-item';

/** Whether this computer shows notifications is asked on each: a copy brings all else. */
const fields = ['quiet', 'low', 'levels', 'muted'] as const;
type Field = (typeof fields)[number];

/** What a copy tells of alerts and is not decided here, one by one. */
export function alertItems(told: unknown, here: AlertSwitches): KeptItem[] {
  const given = isRecord(told) ? told : {};
  return fields.flatMap((field): KeptItem[] => {
    const parsed = switchShapes[field].safeParse(given[field]);
    if (!parsed.success || !same(here[field], defaultSwitches[field])) return [];
    const value = { ...defaultSwitches, [field]: parsed.data } as AlertSwitches;
    const brought = field === 'low' ? { ...value, low: { ...defaultSwitches.low, ...value.low } } : value;
    if (same(brought[field], here[field])) return [];
    return [
      {
        id: `alerts ${field}`,
        text: words[field](brought),
        weakens: quieter[field](brought),
        key: switchesKey,
        taken: (stored) => ({
          ...defaultSwitches,
          ...(isRecord(stored) ? stored : {}),
          [field]: parsed.data,
        }),
      },
    ];
  });
}

const words: Record<Field, (of: AlertSwitches) => string> = {
  quiet: ({ quiet }) => {
    const { from, to } = quiet as QuietHours;
    return say('keptQuiet', { from: clock(from), to: clock(to) });
  },
  low: ({ low }) => say('keptLow', { ...low }),
  levels: ({ levels }) => {
    const all = Object.entries(levels) as [AlertKind, keyof typeof levelWords][];
    return say('keptLevels', {
      alerts: listed(
        all.map(([kind, level]) =>
          say('keptLevel', { alert: say(alertNames[kind]), level: say(levelWords[level]) }),
        ),
      ),
    });
  },
  muted: ({ muted }) => sayCount('keptMuted', Object.keys(muted).length),
};

/** Whether less would be told than by itself: never taken without a yes of its own. */
const quieter: Record<Field, (of: AlertSwitches) => boolean> = {
  quiet: () => false,
  low: ({ low }) =>
    (Object.keys(low) as (keyof LowAt)[]).some((each) => low[each] < defaultSwitches.low[each]),
  levels: ({ levels }) =>
    (Object.keys(levels) as AlertKind[]).some((kind) => {
      const reach = (of: Pick<AlertSwitches, 'levels'>) => alertLevels.indexOf(levelOf(kind, of));
      return reach({ levels }) < reach(defaultSwitches);
    }),
  muted: () => true,
};

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
