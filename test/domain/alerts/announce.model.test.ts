import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alert, alertKey } from '../../../src/domain/alerts/alert';
import { type AlertMemory, announced, looked } from '../../../src/domain/alerts/announce';
import {
  type AlertSwitches,
  defaultSwitches,
  isQuiet,
  isSnoozed,
  type Snoozes,
} from '../../../src/domain/alerts/switches';
import { offsetAt } from '../../../src/domain/time';

const hour = 3_600_000;
const day = 24 * hour;
const begin = Date.parse('2026-01-01T00:00:00Z');
const years = 2 * 365 * day;
const zone = 'America/Los_Angeles';

/** An alert that counts bring, as it stands; and one that a date brings, for three days before it. */
type Counted = Pick<Alert, 'kind' | 'promotionId'> & { stands: boolean; lingers: boolean };
interface Dated {
  promotionId: string;
  end: number;
}

/** A browser that looks now and then, dies now and then, and a seller with a calendar and a wrong clock. */
class World {
  now = begin;
  memory: AlertMemory = {};
  switches: AlertSwitches = { ...defaultSwitches, notify: true, levels: { 'ends-soon': 'notify' } };
  snoozes: Snoozes = {};
  unread = new Set<string>();
  readonly counted: Counted[] = ['a', 'b'].map((promotionId) => ({
    ...{ kind: 'runs-low', promotionId, stands: false, lingers: false },
  }));
  readonly dated: Dated[] = [{ promotionId: 'c', end: begin + 40 * day }];
  /** Every notification that was shown, with what it was about: the same id again is the same notification. */
  readonly shown = new Map<string, { key: string; occasion: string | null; at: number; when: number }>();
  /** Since when each alert was put off or found not standing: only after that may it be told again. */
  readonly rearmed = new Map<string, number>();
  /** The look that found each alert's time of being put off to be over. */
  readonly slept = new Map<string, number>();
  looks = 0;
  /** How often the end was moved. */
  moved = 0;
  isAwake = true;

  wait(hours: number): void {
    this.now += hours * hour;
  }

  get quiet(): boolean {
    const local = new Date(this.now + offsetAt(this.now, zone));
    return isQuiet(this.switches.quiet, local.getUTCHours() * 60 + local.getUTCMinutes());
  }

  alerts(): Alert[] {
    const counted = this.counted
      .filter(({ stands, lingers }) => stands || lingers)
      .map(
        ({ kind, promotionId, stands }): Alert => ({
          ...{ kind, promotionId, occasion: null },
          ...(stands ? {} : { lingers: true as const }),
        }),
      );
    const dated = this.dated
      .filter(({ end }) => end > this.now && end - this.now < 3 * day)
      .map(
        ({ promotionId, end }): Alert => ({
          ...{ kind: 'ends-soon', promotionId, occasion: String(end) },
        }),
      );
    return [...counted, ...dated].filter(({ promotionId }) => !this.unread.has(promotionId));
  }

  /** One look, which may die before it kept anything, before it showed anything, or before it kept that it did. */
  look(dies: 'never' | 'before' | 'kept' | 'shown'): void {
    const alerts = this.alerts();
    const read = new Set(['a', 'b', 'c'].filter((id) => !this.unread.has(id)));
    const found = looked(this.memory, {
      ...{ alerts, read, switches: this.switches, snoozes: this.snoozes },
      ...{ quiet: this.quiet, now: this.now },
    });
    if (dies === 'before') return;
    this.memory = structuredClone(found.memory);
    for (const [key, until] of Object.entries(this.snoozes)) {
      const last = this.last(key);
      if (last && until <= this.now && until > last.when) this.slept.set(key, this.looks);
    }
    for (const { promotionId, kind } of this.counted) {
      const key = alertKey({ kind, promotionId });
      if (read.has(promotionId) && !alerts.some((alert) => alertKey(alert) === key))
        this.rearmed.set(key, this.looks);
    }
    this.looks += 1;
    if (dies === 'kept') return;
    for (const { id, alert } of found.due) this.show(id, alert);
    if (dies === 'shown') return;
    this.memory = structuredClone(announced(this.memory, found.due, this.now));
    for (const alert of alerts) this.mustBeTold(alert);
  }

  last(key: string) {
    return [...this.shown.values()].findLast((each) => each.key === key);
  }

  show(id: string, alert: Alert): void {
    const key = alertKey(alert);
    const before = this.last(key);
    const slept = before !== undefined && (this.slept.get(key) ?? -1) >= before.at;
    if (!this.shown.has(id) && before && !slept) {
      if (alert.occasion === null)
        expect(
          this.rearmed.get(key) ?? -1,
          `${key} again, though it stood all the time`,
        ).toBeGreaterThanOrEqual(before.at);
      else expect(before.occasion, `${key} twice for one date`).not.toBe(alert.occasion);
    }
    expect(alert.lingers).toBeUndefined();
    expect(this.quiet).toBe(false);
    this.shown.set(id, { key, occasion: alert.occasion, at: this.looks, when: this.now });
  }

  /** After a look that went well, nothing that stands is left untold, unless it has to wait. */
  mustBeTold(alert: Alert): void {
    if (this.quiet || alert.lingers || isSnoozed(alert, this.snoozes, this.now)) return;
    const key = alertKey(alert);
    const told = [...this.shown.values()].some(
      (each) => each.key === key && each.at > (this.rearmed.get(key) ?? -1),
    );
    expect(told, `${key} was never told`).toBe(true);
  }
}

type Step = (world: World) => void;
const named = (name: string, step: Step): Step => Object.assign(step, { toString: () => name });

const steps: fc.Arbitrary<Step>[] = [
  fc
    .constantFrom('never' as const, 'never' as const, 'before' as const, 'kept' as const, 'shown' as const)
    .map((dies) => named(`look ${dies}`, (world) => world.look(dies))),
  ...[fc.integer({ min: 1, max: 36 }), fc.integer({ min: 1, max: 96 })].map((hours) =>
    hours.map((each) => named(`${each} h`, (world) => world.wait(each))),
  ),
  // Nobody there for weeks or months.
  fc
    .tuple(fc.nat(9), fc.integer({ min: 4, max: 90 }))
    .map(([often, days]) => named(`${days} d`, (world) => world.wait(often === 0 ? days * 24 : 24))),
  // A clock that is set right, or wrong.
  fc.integer({ min: -96, max: -1 }).map((hours) => named(`${hours} h`, (world) => world.wait(hours))),
  fc.tuple(fc.nat(1), fc.constantFrom('stands', 'lingers', 'gone')).map(([at, how]) =>
    named(`${at} ${how}`, (world) => {
      const alert = world.counted[at] as Counted;
      alert.stands = how === 'stands';
      alert.lingers = how === 'lingers';
    }),
  ),
  fc.integer({ min: 1, max: 9 }).map((days) =>
    named(`ends in ${days} d`, (world) => {
      // Never twice the same date: one that the seller brings back after another is news.
      world.moved += 1;
      (world.dated[0] as Dated).end = world.now + days * day + world.moved;
    }),
  ),
  fc.nat(3).map((often) =>
    named('wakes or sleeps', (world) => {
      world.isAwake = often > 0;
    }),
  ),
  fc.boolean().map((on) =>
    named(`quiet ${on}`, (world) => {
      world.switches = { ...world.switches, quiet: on ? { from: 22 * 60, to: 8 * 60 } : null };
    }),
  ),
  fc.tuple(fc.constantFrom('runs-low a', 'ends-soon c'), fc.integer({ min: 1, max: 30 })).map(([key, days]) =>
    named(`${key} put off for ${days} d`, (world) => {
      world.snoozes = { ...world.snoozes, [key]: world.now + days * day };
    }),
  ),
  fc.constantFrom('a', 'c').map((id) =>
    named(`${id} unread or read`, (world) => {
      if (!world.unread.delete(id)) world.unread.add(id);
    }),
  ),
];

describe('announcing', () => {
  it('tells each alert once each time it comes up, whatever the clock and the browser do in two years', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(...steps), { minLength: 100, maxLength: 300, size: 'max' }), (way) => {
        const world = new World();
        for (const step of way) {
          step(world);
          // Awake most of the time.
          if (world.isAwake) world.look('never');
          if (world.now > begin + years) break;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('finds the same by many looks as by few', () => {
    const alertsAt = (now: number): Alert[] =>
      Array.from({ length: 24 }, (_, month) => begin + (month + 1) * 30 * day)
        .filter((end) => end > now && end - now < 3 * day)
        .map((end) => ({ kind: 'ends-soon', promotionId: String(end), occasion: String(end) }));
    const told = (every: (look: number) => number) => {
      const ids: string[] = [];
      let memory: AlertMemory = {};
      const switches: AlertSwitches = { ...defaultSwitches, notify: true, levels: { 'ends-soon': 'notify' } };
      for (let now = begin, look = 0; now < begin + years; now += every(look++)) {
        const alerts = alertsAt(now);
        const read = new Set(alerts.map(({ promotionId }) => promotionId));
        const found = looked(memory, { alerts, read, switches, snoozes: {}, quiet: false, now });
        ids.push(...found.due.map(({ alert }) => alert.promotionId));
        memory = announced(found.memory, found.due, now);
      }
      return ids;
    };
    const hourly = told(() => hour);
    expect(hourly).toHaveLength(24);
    expect(told((look) => ([0.2, 11, 50, 71][look % 4] as number) * hour)).toEqual(hourly);
  });
});
