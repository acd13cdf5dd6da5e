import * as z from 'zod/mini';
import { type AlertKind, alertKinds } from '../../domain/alerts/alert';
import { alertRules, type LowAt } from '../../domain/alerts/alert-rules';
import { type AlertSwitches, alertLevels, defaultSwitches } from '../../domain/alerts/switches';
import { change, type Kept, kept } from '../local';

/** Where `storage.local` keeps them. */
export const switchesKey = 'alertSwitches';

/** The most that each number of *few codes* may be. */
export const mostLow = { codes: 1_000_000, percent: 100, days: 365 } as const;

const minute = z.int().check(z.minimum(0), z.maximum(24 * 60 - 1));
const upTo = (most: number) => z.int().check(z.minimum(0), z.maximum(most));
const kind = z.enum(alertKinds);

/** What each of them must look like. Of *few codes* only what differs from the rules is kept, so that these may change. */
export const switchShapes = {
  notify: z.boolean(),
  quiet: z.nullable(z.object({ from: minute, to: minute })),
  paused: z.optional(z.nullable(z.number())),
  low: z.partial(
    z.object({ codes: upTo(mostLow.codes), percent: upTo(mostLow.percent), days: upTo(mostLow.days) }),
  ),
  levels: z.partialRecord(kind, z.enum(alertLevels)),
  muted: z.record(z.string(), z.array(kind)),
};
const shape = z.object(switchShapes);

const whole = kept(switchesKey, (stored): AlertSwitches => {
  const judged = z.safeParse(shape, stored);
  if (!judged.success) return defaultSwitches;
  return { ...(judged.data as AlertSwitches), low: { ...alertRules.low, ...judged.data.low } as LowAt };
});

/** What the seller decided of alerts; the defaults where nothing sound is kept. */
export const alertSwitches: Kept<AlertSwitches> = {
  ...whole,
  write: (value) => whole.write({ ...value, low: ownOf(value.low) as LowAt }),
};

function ownOf(low: LowAt): Partial<LowAt> {
  const own = Object.entries(low).filter(([name, value]) => value !== alertRules.low[name as keyof LowAt]);
  return Object.fromEntries(own);
}

/** Some of the switches anew, or how to make them of those that are kept by then. */
export type SwitchesPatch = Partial<AlertSwitches> | ((now: AlertSwitches) => Partial<AlertSwitches>);

/** Writes the fields given and leaves the others; what is made of what is kept is given as the way to make it. */
export async function saveSwitches(patch: SwitchesPatch): Promise<void> {
  await change(alertSwitches, (now) => ({ ...now, ...(typeof patch === 'function' ? patch(now) : patch) }));
}

/** Switches one kind of alert on or off for one promotion, and leaves all others as they are kept at that moment. */
export function setMuted(promotionId: string, kind: AlertKind, isMuted: boolean): Promise<void> {
  return saveSwitches(({ muted }) => {
    const { [promotionId]: off = [], ...others } = muted;
    const left = off.filter((each) => each !== kind).concat(isMuted ? [kind] : []);
    return { muted: left.length === 0 ? others : { ...others, [promotionId]: left } };
  });
}
