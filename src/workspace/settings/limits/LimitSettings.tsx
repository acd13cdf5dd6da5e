import { mostOfLimits } from '../../../domain/checks/limits';
import type { Settings, SettingsPatch } from '../../../stored/settings';
import { say } from '../../../words/say';
import { NumberSetting } from '../NumberSetting';
import { GuardSetting } from './GuardSetting';
import { limitFields } from './limit-fields';

export interface SettingsKept {
  settings: Settings;
  onSave: (patch: SettingsPatch) => void;
}

/** The seller's own limits, which the checklist judges by. */
export function LimitSettings({ settings, onSave }: SettingsKept) {
  return (
    <div class="panel settings-wide">
      <div class="settings-fields">
        {limitFields.map(({ name, label, hint }) => (
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
