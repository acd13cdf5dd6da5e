import { describe, expect, it } from 'vitest';
import { type Alert, alertKey } from '../../../src/domain/alerts/alert';
import { type AlertMemory, announced, looked } from '../../../src/domain/alerts/announce';
import { type AlertSwitches, defaultSwitches, type Snoozes } from '../../../src/domain/alerts/switches';

const hour = 3_600_000;
const on: AlertSwitches = { ...defaultSwitches, notify: true };
const low: Alert = { kind: 'runs-low', promotionId: 'p', occasion: null };

let memory: AlertMemory = {};
function tell(
  now: number,
  alerts: readonly Alert[],
  more: { switches?: AlertSwitches; snoozes?: Snoozes; quiet?: boolean } = {},
): string[] {
  const found = looked(memory, {
    ...{ alerts, read: new Set(['p']), switches: on, snoozes: {}, quiet: false, now },
    ...more,
  });
  memory = announced(found.memory, found.due, now);
  return found.due.map(({ alert }) => alertKey(alert));
}
const begin = () => {
  memory = {};
};

describe('an alert', () => {
  it('waits for the end of the quiet hours, and is forgotten if it goes before', () => {
    begin();
    expect(tell(1, [low], { quiet: true })).toEqual([]);
    expect(tell(2, [low])).toEqual(['runs-low p']);
    expect(tell(3, [])).toEqual([]);
    expect(tell(4, [low], { quiet: true })).toEqual([]);
    expect(tell(5, [], { quiet: true })).toEqual([]);
    expect(tell(6, [])).toEqual([]);
  });

  it('is told once more after it was put off, though months later', () => {
    begin();
    tell(1, [low]);
    const snoozes = { 'runs-low p': 24 * hour };
    expect(tell(2 * hour, [low], { snoozes })).toEqual([]);
    expect(tell(2000 * hour, [low], { snoozes })).toEqual(['runs-low p']);
    expect(tell(2001 * hour, [low], { snoozes })).toEqual([]);
    // Put off by a clock that was years ahead: it is not believed.
    begin();
    expect(tell(1, [low], { snoozes: { 'runs-low p': 20_000 * hour } })).toEqual(['runs-low p']);
  });

  it('is the same one where a clock brings its date back, and another one at another date', () => {
    begin();
    const ends: Alert = { ...low, kind: 'runs-low', occasion: 'June' };
    expect(tell(10, [ends])).toEqual(['runs-low p']);
    expect(tell(20, [])).toEqual([]);
    expect(tell(10, [ends])).toEqual([]);
    expect(tell(20, [])).toEqual([]);
    expect(tell(30, [{ ...ends, occasion: 'July' }])).toEqual(['runs-low p']);
    // Moved while it stands: still the one that was told.
    expect(tell(31, [{ ...ends, occasion: 'August' }])).toEqual([]);
    // And the date that was told may come back.
    expect(tell(32, [])).toEqual([]);
    expect(tell(30, [{ ...ends, occasion: 'July' }])).toEqual([]);
  });

  it('is passed over for good where nobody wants to hear of it', () => {
    for (const switches of [
      { ...on, notify: false },
      { ...on, levels: { 'runs-low': 'home' as const } },
      { ...on, muted: { p: ['runs-low' as const] } },
    ]) {
      begin();
      expect(tell(1, [low], { switches })).toEqual([]);
      expect(tell(2, [low])).toEqual([]);
      tell(3, []);
      expect(tell(4, [low])).toEqual(['runs-low p']);
    }
  });

  it('is not told right after the seller did it', () => {
    begin();
    const over: Alert = { ...low, kind: 'works-though-over', occasion: 'today', announcedFrom: 24 * hour };
    expect(tell(hour, [over])).toEqual([]);
    expect(tell(25 * hour, [over])).toEqual(['works-though-over p']);
  });

  it('has the same name at a second try', () => {
    const look = (now: number, before: AlertMemory) =>
      looked(before, { alerts: [low], read: new Set('p'), switches: on, snoozes: {}, quiet: false, now });
    const first = look(1, {});
    expect(look(99, first.memory).due).toEqual(first.due);
  });

  it('of which too many are remembered leaves those that stand', () => {
    const old = Object.fromEntries(
      Array.from({ length: 2500 }, (_, n) => [
        `ends-soon ${n}`,
        { since: n, occasion: 'x', stands: n === 0, told: 1 },
      ]),
    );
    const next = looked(old, {
      ...{ alerts: [], read: new Set(), switches: on, snoozes: {}, quiet: false, now: 9 },
    }).memory;
    expect(Object.keys(next)).toHaveLength(2000);
    expect(next).toHaveProperty(['ends-soon 0']);
    expect(next).not.toHaveProperty(['ends-soon 1']);
  });
});
