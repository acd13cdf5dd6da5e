import { say } from '../../../words/say';

/** Whether Review and Submit are held. */
export function GuardSetting({ on, onSave }: { on: boolean; onSave: (on: boolean) => void }) {
  return (
    <label class="setting-tick">
      <input
        type="checkbox"
        checked={on}
        data-testid="setting-guard"
        onChange={(event) => onSave(event.currentTarget.checked)}
      />
      {say('settingsGuard')}
    </label>
  );
}
