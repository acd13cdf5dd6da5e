import type { Settings } from '../../stored/settings';
import { say } from '../../words/say';
import type { SentenceKey } from '../../words/sentences';
import { GuardSetting } from './GuardSetting';
import { NumberSetting } from './NumberSetting';

type Limit = 'maxPercentOff' | 'maxRunDays' | 'maxOrderQuantity';

const limits = [
  { name: 'maxPercentOff', label: 'settingsPercent', hint: 'settingsPercentHint', most: 100 },
  { name: 'maxRunDays', label: 'settingsRunDays', hint: 'settingsRunDaysHint', most: 3650 },
  { name: 'maxOrderQuantity', label: 'settingsOrder', hint: 'settingsOrderHint', most: 10_000 },
] as const satisfies readonly { name: Limit; label: SentenceKey; hint: SentenceKey; most: number }[];

export interface SettingsKept {
  settings: Settings;
  onSave: (patch: Partial<Settings>) => void;
}

/** The seller's own limits, which the checklist judges by. */
export function LimitSettings({ settings, onSave }: SettingsKept) {
  return (
    <div class="panel settings-wide">
      <div class="settings-fields">
        {limits.map(({ name, label, hint, most }) => (
          <NumberSetting
            key={name}
            {...{ name, most }}
            least={1}
            label={say(label)}
            hint={say(hint)}
            value={settings[name]}
            fault={say('settingsFault', { most: String(most), kept: String(settings[name]) })}
            onSave={(value) => onSave({ [name]: value })}
          />
        ))}
      </div>
      <GuardSetting on={settings.guard} onSave={(guard) => onSave({ guard })} />
    </div>
  );
}
