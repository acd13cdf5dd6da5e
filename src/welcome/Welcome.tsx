import { browser } from '../platform/browser';
import { Logo } from '../ui/parts/Logo';
import { say } from '../words/say';

const steps = [
  ['welcomePinStep', 'welcomePin'],
  ['welcomeFirstStep', 'welcomeFirst'],
  ['welcomeCodesStep', 'welcomeCodes'],
  ['welcomeBackupStep', 'welcomeBackup'],
] as const;

/** The first page after install: what Claimcheck does, what it never does, and how to begin. */
export function Welcome() {
  const workspace = browser.runtime.getURL('src/workspace/index.html');
  return (
    <main class="welcome">
      <header>
        <Logo />
        <h1>{say('welcomeTitle')}</h1>
        <p class="welcome-lead">{say('welcomeLead')}</p>
      </header>
      <div class="welcome-sides">
        <section class="welcome-does" aria-labelledby="does">
          <h2 id="does">{say('welcomeDoes')}</h2>
          <ul>
            <li>{say('welcomeDoes1')}</li>
            <li>{say('welcomeDoes2')}</li>
            <li>{say('welcomeDoes3')}</li>
          </ul>
        </section>
        <section class="welcome-never" aria-labelledby="never">
          <h2 id="never">{say('welcomeNever')}</h2>
          <ul>
            <li>{say('welcomeNever1')}</li>
            <li>{say('welcomeNever2')}</li>
            <li>{say('welcomeNever3')}</li>
          </ul>
        </section>
      </div>
      <section aria-labelledby="start">
        <h2 id="start">{say('welcomeStart')}</h2>
        <ol class="welcome-steps">
          {steps.map(([title, what]) => (
            <li key={title}>
              <b>{say(title)}</b>
              <p>{say(what)}</p>
            </li>
          ))}
        </ol>
        <p class="welcome-go">
          <a class="cc-button cc-primary" href={workspace} data-testid="welcome-open">
            {say('welcomeOpen')}
          </a>
          <a href={`${workspace}#/help`}>{say('welcomeQuestions')}</a>
        </p>
      </section>
      <footer>{say('helpAffiliation')}</footer>
    </main>
  );
}
