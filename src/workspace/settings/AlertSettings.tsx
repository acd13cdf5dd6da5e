import { useEffect, useState } from 'preact/hooks';
import { type AlertKind, alertKinds } from '../../domain/alerts/alert';
import type { LowAt } from '../../domain/alerts/alert-rules';
import {
  type AlertSwitches,
  alertLevels,
  isPaused,
  levelOf,
  type QuietHours,
} from '../../domain/alerts/switches';
import { askToNotify, mayNotify } from '../../platform/notifications';
import { onAccessChange } from '../../platform/site-access';
import { mostLow, type SwitchesPatch } from '../../stored/alerts/alert-switches';
import { Field } from '../../ui/parts/Field';
import { useNow } from '../../ui/parts/use-now';
import { alertNames, levelWords } from '../../words/alert-words';
import { instant, number } from '../../words/format';
import { say } from '../../words/say';
import type { SentenceKey } from '../../words/sentences';
import { useRead } from '../parts/use-read';
import { NumberSetting } from './NumberSetting';

interface AlertSettingsProps {
  switches: AlertSwitches;
  onSave: (patch: SwitchesPatch) => void;
}

/** What Claimcheck reminds of, where it shows, and when it may interrupt. */
export function AlertSettings({ switches, onSave }: AlertSettingsProps) {
  return (
    <>
      <div class="panel">
        <NotifySetting switches={switches} onSave={onSave} />
        <QuietSetting quiet={switches.quiet} onSave={onSave} />
        <PauseSetting switches={switches} onSave={onSave} />
      </div>
      <div class="panel">
        <LowSetting low={switches.low} onSave={onSave} />
      </div>
      <div class="panel settings-wide">
        <LevelSettings switches={switches} onSave={onSave} />
      </div>
    </>
  );
}

/** Whether the computer shows notifications; the browser is asked in the very click. */
function NotifySetting({ switches, onSave }: AlertSettingsProps) {
  const { value: allowed } = useRead(onAccessChange, 'may-notify', mayNotify);
  const [refused, setRefused] = useState(false);
  const change = async (box: HTMLInputElement) => {
    // While the browser asks, the box may be drawn again.
    const wanted = box.checked;
    // Nothing before the question: the browser wants it in the click.
    const may = wanted && (await askToNotify().catch(() => false));
    setRefused(wanted && !may);
    box.checked = may;
    onSave({ notify: may });
  };
  return (
    <div>
      <label class="setting-tick">
        <input
          type="checkbox"
          checked={switches.notify && allowed === true}
          data-testid="alerts-notify"
          aria-describedby="alerts-notify-hint"
          onClick={(event) => void change(event.currentTarget)}
        />
        {say('alertsNotify')}
      </label>
      <p class="cc-hint" id="alerts-notify-hint" role="status">
        {say(refused ? 'alertsNotifyRefused' : 'alertsNotifyHint')}
      </p>
    </div>
  );
}

/** Puts all notifications off, as long as the seller is away; Home shows everything meanwhile. */
function PauseSetting({ switches, onSave }: AlertSettingsProps) {
  const now = useNow();
  const paused = isPaused(switches, now) ? (switches.paused ?? null) : null;
  return (
    <div class="cc-row">
      <button
        type="button"
        class="cc-button cc-small"
        data-testid="alerts-pause"
        onClick={() => onSave({ paused: paused === null ? Date.now() + 24 * 3_600_000 : null })}
      >
        {say(paused === null ? 'alertsPause' : 'alertsResume')}
      </button>
      <span role="status">
        {paused === null ? '' : say('alertsPaused', { until: instant(paused, undefined, now) })}
      </span>
    </div>
  );
}

const firstQuiet: QuietHours = { from: 22 * 60, to: 8 * 60 };

function QuietSetting({ quiet, onSave }: { quiet: QuietHours | null; onSave: AlertSettingsProps['onSave'] }) {
  const time = (which: 'from' | 'to', label: string) =>
    quiet && (
      <Field label={label}>
        {(control) => (
          <input
            {...control}
            class="cc-input"
            type="time"
            value={clockOf(quiet[which])}
            data-testid={`alerts-quiet-${which}`}
            onChange={(event) => {
              const minute = minuteOf(event.currentTarget.value);
              if (minute !== null) onSave((now) => ({ quiet: { ...(now.quiet ?? quiet), [which]: minute } }));
            }}
          />
        )}
      </Field>
    );
  return (
    <fieldset class="alerts-group">
      <legend class="cc-unseen">{say('alertsQuiet')}</legend>
      <label class="setting-tick">
        <input
          type="checkbox"
          checked={quiet !== null}
          data-testid="alerts-quiet"
          onChange={(event) => onSave({ quiet: event.currentTarget.checked ? firstQuiet : null })}
        />
        {say('alertsQuiet')}
      </label>
      {quiet && (
        <div class="alerts-times">
          {time('from', say('alertsQuietFrom'))}
          {time('to', say('alertsQuietTo'))}
        </div>
      )}
      <p class="cc-hint">{say('alertsQuietHint')}</p>
    </fieldset>
  );
}

const lowWords = {
  codes: 'alertsLowCodes',
  percent: 'alertsLowPercent',
  days: 'alertsLowDays',
} as const satisfies Record<keyof LowAt, SentenceKey>;

/** Below what codes are few. */
function LowSetting({ low, onSave }: { low: LowAt; onSave: AlertSettingsProps['onSave'] }) {
  return (
    <fieldset class="alerts-group">
      <legend class="cc-label">{say('alertsLow')}</legend>
      <div class="alerts-numbers">
        {(['codes', 'percent', 'days'] as const).map((each) => (
          <NumberSetting
            key={each}
            name={`low-${each}`}
            label={say(lowWords[each])}
            hint=""
            least={0}
            most={mostLow[each]}
            value={low[each]}
            fault={say('alertsLowFault', { most: number(mostLow[each]) })}
            onSave={(value) => onSave((now) => ({ low: { ...now.low, [each]: value } }))}
          />
        ))}
      </div>
      <p class="cc-hint">{say('alertsLowHint')}</p>
    </fieldset>
  );
}

/** How far each alert reaches. */
function LevelSettings({ switches, onSave }: AlertSettingsProps) {
  // What was chosen here stands at once: what is kept comes back later, and an arrow key may come before it.
  const [chosen, setChosen] = useState<AlertSwitches['levels']>({});
  useEffect(() => {
    const isKept = alertKinds.every(
      (kind) => (chosen[kind] ?? switches.levels[kind]) === switches.levels[kind],
    );
    if (isKept) setChosen({});
  }, [switches]);
  const choose = (kind: AlertKind, value: string) => {
    const level = alertLevels.find((each) => each === value);
    if (!level) return;
    setChosen({ ...chosen, [kind]: level });
    onSave(({ levels }) => ({ levels: { ...levels, [kind]: level } }));
  };
  return (
    <fieldset class="alerts-group">
      <legend class="cc-label">{say('alertsKinds')}</legend>
      <div class="alerts-levels">
        {alertKinds.map((kind) => (
          <label key={kind} class="alerts-level">
            <span>{say(alertNames[kind])}</span>
            <select
              class="cc-input"
              value={chosen[kind] ?? levelOf(kind, switches)}
              data-testid={`alert-level-${kind}`}
              onChange={(event) => choose(kind, event.currentTarget.value)}
            >
              {alertLevels.map((level) => (
                <option key={level} value={level}>
                  {say(levelWords[level])}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <p class="cc-hint">{say('alertsKindsHint')}</p>
    </fieldset>
  );
}

/** "22:00", as the field has it. */
function clockOf(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function minuteOf(clock: string): number | null {
  const [hours, minutes] = clock.split(':').map(Number);
  const minute = (hours ?? Number.NaN) * 60 + (minutes ?? Number.NaN);
  return Number.isInteger(minute) ? minute : null;
}
