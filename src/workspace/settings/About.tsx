import { version } from '../../platform/self';
import { say } from '../../words/say';

/** What is installed, and where more is told of it. */
export function About() {
  return (
    <div class="panel settings-wide">
      <p>
        <b>{say('helpAbout', { version: version() })}</b>
      </p>
      <p class="cc-hint">{say('settingsAboutHint')}</p>
      <p class="settings-links">
        <a href="#/help">{say('helpTitle')}</a> <a href="#/proof">{say('proofsTitle')}</a>
      </p>
    </div>
  );
}
