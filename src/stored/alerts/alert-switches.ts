import * as z from 'zod/mini';
import { type AlertKind, alertKinds } from '../../domain/alerts/alert';
import { type AlertSwitches, alertLevels, defaultSwitches } from '../../domain/alerts/switches';
import { kept } from '../local';

/** Where `storage.local` keeps them. */
export const switchesKey = 'alertSwitches';

/** The most that each number of *few codes* may be. */
export const mostLow = { codes: 1_000_000, percent: 100, days: 365 } as const;

const minute = z.int().check(z.minimum(0), z.maximum(24 * 60 - 1));
const upTo = (most: number) => z.int().check(z.minimum(0), z.maximum(most));
const kind = z.enum(alertKinds);

const shape = z.object({
  notify: z.boolean(),
  quiet: z.nullable(z.object({ from: minute, to: minute })),
  low: z.object({
    codes: upTo(mostLow.codes),
    percent: upTo(mostLow.percent),
    days: upTo(mostLow.days),
  }),
  levels: z.partialRecord(kind, z.enum(alertLevels)),
  muted: z.record(z.string(), z.array(kind)),
});

/** What the seller decided of alerts; the defaults where nothing sound is kept. */
export const alertSwitches = kept(switchesKey, (stored): AlertSwitches => {
  const judged = z.safeParse(shape, stored);
  return judged.success ? (judged.data as AlertSwitches) : defaultSwitches;
});

/** Writes the fields given and leaves the others. */
export function saveSwitches(patch: Partial<AlertSwitches>): Promise<void> {
  return change(() => patch);
}

/** Switches one kind of alert on or off for one promotion, and leaves all others as they are kept at that moment. */
export function setMuted(promotionId: string, kind: AlertKind, isMuted: boolean): Promise<void> {
  return change(({ muted }) => {
    const { [promotionId]: off = [], ...others } = muted;
    const left = off.filter((each) => each !== kind).concat(isMuted ? [kind] : []);
    return { muted: left.length === 0 ? others : { ...others, [promotionId]: left } };
  });
}

let last: Promise<unknown> = Promise.resolve();

/** One change after the other: each begins from what the one before it left. */
function change(patch: (now: AlertSwitches) => Partial<AlertSwitches>): Promise<void> {
  const mine = last.then(async () => {
    const now = await alertSwitches.read();
    await alertSwitches.write({ ...now, ...patch(now) });
  });
  last = mine.catch(() => undefined);
  return mine;
}
