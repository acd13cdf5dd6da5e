import { useState } from 'preact/hooks';
import type { Desk } from '../../actions/desk/desk';
import { wholeNumber } from '../../domain/text/whole-number';
import { type Settings, saveSettings } from '../../stored/settings';
import { Field } from '../../ui/parts/Field';
import { useStore } from '../../ui/parts/use-store';
import { sentenceOf } from '../../words/problem-words';
import { say } from '../../words/say';
import type { SentenceKey } from '../../words/sentences';
import { DriftList } from './DriftList';
import { GuardSetting } from './GuardSetting';
import { Shortcuts } from './Shortcuts';
import { TaughtList } from './TaughtList';
import { ThemeSetting } from './ThemeSetting';

type Limit = 'maxPercentOff' | 'maxRunDays' | 'maxOrderQuantity';

const limits = [
  { name: 'maxPercentOff', label: 'settingsPercent', hint: 'settingsPercentHint', most: 100 },
  { name: 'maxRunDays', label: 'settingsRunDays', hint: 'settingsRunDaysHint', most: 3650 },
  { name: 'maxOrderQuantity', label: 'settingsOrder', hint: 'settingsOrderHint', most: 10_000 },
] as const satisfies readonly { name: Limit; label: SentenceKey; hint: SentenceKey; most: number }[];

/** The seller's own limits and name. Each field is kept as soon as it is left. */
export function SettingsPage({ desk }: { desk: Desk }) {
  const { settings } = useStore(desk);
  const [told, setTold] = useState('');
  async function save(patch: Partial<Settings>) {
    try {
      await saveSettings(patch);
      setTold(say('settingsSaved'));
    } catch (error) {
      setTold(sentenceOf(error));
    }
  }
  return (
    <section class="panel settings" aria-labelledby="page-title">
      {limits.map((limit) => (
        <LimitField
          key={limit.name}
          {...limit}
          label={say(limit.label)}
          hint={say(limit.hint)}
          value={settings[limit.name]}
          onSave={(value) => void save({ [limit.name]: value })}
        />
      ))}
      <GuardSetting on={settings.guard} onSave={(guard) => void save({ guard })} />
      <Field label={say('settingsYourName')} hint={say('settingsYourNameHint')}>
        {(control) => (
          <input
            {...control}
            class="cc-input"
            type="text"
            maxLength={100}
            autoComplete="off"
            value={settings.yourName}
            data-testid="setting-yourName"
            onChange={(event) => void save({ yourName: event.currentTarget.value.trim() })}
          />
        )}
      </Field>
      <ThemeSetting theme={settings.theme} onSave={(theme) => void save({ theme })} />
      <p role="status" class="saved">
        {told}
      </p>
      <Shortcuts />
      <TaughtList />
      <DriftList />
    </section>
  );
}

interface LimitFieldProps {
  name: Limit;
  label: string;
  hint: string;
  most: number;
  value: number;
  onSave: (value: number) => void;
}

function LimitField({ name, label, hint, most, value, onSave }: LimitFieldProps) {
  const [fault, setFault] = useState<string | undefined>();
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(control) => (
        <input
          {...control}
          class="cc-input cc-number"
          inputMode="numeric"
          autoComplete="off"
          value={String(value)}
          data-testid={`setting-${name}`}
          onChange={(event) => {
            const typed = wholeNumber(event.currentTarget.value);
            const good = typed !== null && typed >= 1 && typed <= most;
            setFault(good ? undefined : say('settingsFault', { most: String(most), kept: String(value) }));
            if (good) onSave(typed);
          }}
        />
      )}
    </Field>
  );
}
