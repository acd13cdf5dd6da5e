import { mostPerDay } from '../../stored/settings';
import { Field } from '../../ui/parts/Field';
import { number } from '../../words/format';
import { say } from '../../words/say';
import type { SettingsKept } from './limits/LimitSettings';
import { NumberSetting } from './NumberSetting';
import { useKept } from './use-kept';

interface GivingOutSettingsProps extends SettingsKept {
  /** Whether the name that is kept with what is given out is the seller's to say. */
  asksName: boolean;
}

/** What is kept with everything given out, and how much the seller means to give out on a day. */
export function GivingOutSettings({ settings, onSave, asksName }: GivingOutSettingsProps) {
  const name = useKept(settings.yourName);
  return (
    <div class="panel settings-wide">
      <div class="settings-fields">
        {asksName && (
          <Field label={say('settingsYourName')} hint={say('settingsYourNameHint')}>
            {(control) => (
              <input
                {...control}
                class="cc-input"
                type="text"
                maxLength={100}
                autoComplete="off"
                ref={name}
                data-testid="setting-yourName"
                onChange={(event) => onSave({ yourName: event.currentTarget.value.trim() })}
              />
            )}
          </Field>
        )}
        <NumberSetting
          name="dailyTarget"
          label={say('settingsTarget')}
          hint={say('settingsTargetHint')}
          least={0}
          most={mostPerDay}
          optional
          value={settings.dailyTarget}
          fault={say('settingsTargetFault', { most: number(mostPerDay) })}
          onSave={(dailyTarget) => onSave({ dailyTarget })}
        />
      </div>
    </div>
  );
}
