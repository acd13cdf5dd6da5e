import { type Limits, mostOfLimits } from '../../../domain/checks/limits';
import type { Settings } from '../../../stored/settings';
import { say } from '../../../words/say';
import type { SentenceKey } from '../../../words/sentences';
import { NumberSetting } from '../NumberSetting';
import { GuardSetting } from './GuardSetting';

const limits = [
  { name: 'maxPercentOff', label: 'settingsPercent', hint: 'settingsPercentHint' },
  { name: 'maxRunDays', label: 'settingsRunDays', hint: 'settingsRunDaysHint' },
  { name: 'maxOrderQuantity', label: 'settingsOrder', hint: 'settingsOrderHint' },
] as const satisfies readonly { name: keyof Limits; label: SentenceKey; hint: SentenceKey }[];

export interface SettingsKept {
  settings: Settings;
  onSave: (patch: Partial<Settings>) => void;
}

/** The seller's own limits, which the checklist judges by. */
export function LimitSettings({ settings, onSave }: SettingsKept) {
  return (
    <div class="panel settings-wide">
      <div class="settings-fields">
        {limits.map(({ name, label, hint }) => (
          <NumberSetting
            key={name}
            name={name}
            most={mostOfLimits[name]}
            least={1}
            label={say(label)}
            hint={say(hint)}
            value={settings[name]}
            fault={say('settingsFault', { most: String(mostOfLimits[name]), kept: String(settings[name]) })}
            onSave={(value) => onSave({ [name]: value })}
          />
        ))}
      </div>
      <GuardSetting on={settings.guard} onSave={(guard) => onSave({ guard })} />
    </div>
  );
}
