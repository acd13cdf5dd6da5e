import { type Theme, themes } from '../../stored/settings';
import { say } from '../../words/say';
import { themeWords } from '../../words/theme-words';

/** The colors of popup and workspace: the system’s, or always the same. */
export function ThemeSetting({ theme, onSave }: { theme: Theme; onSave: (theme: Theme) => void }) {
  return (
    <fieldset class="setting-choice">
      <legend class="cc-label">{say('settingsTheme')}</legend>
      <div>
        {themes.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="theme"
              value={each}
              checked={each === theme}
              data-testid={`setting-theme-${each}`}
              onChange={() => onSave(each)}
            />
            <span>{say(themeWords[each])}</span>
          </label>
        ))}
      </div>
      <p class="cc-hint">{say('settingsThemeHint')}</p>
    </fieldset>
  );
}
