import { useEffect, useRef } from 'preact/hooks';
import { version, welcomeAddress } from '../../platform/self';
import { type HelpTopic, helpQuestions } from '../../ui/parts/HelpLink';
import { say } from '../../words/say';
import { planHref } from '../parts/route';
import { Shortcuts } from '../settings/Shortcuts';
import { answers } from './answers';

const topics = Object.keys(helpQuestions) as HelpTopic[];

/** What is installed, answers to what sellers ask, the shortcuts, and the way to report a page. */
export function HelpPage({ topic }: { topic: string | null }) {
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const asked = list.current?.querySelector('details[open] summary');
    if (!topic || !(asked instanceof HTMLElement)) return;
    asked.scrollIntoView({ block: 'start' });
    asked.focus({ preventScroll: true });
  }, [topic]);
  return (
    <div class="help">
      <section ref={list} class="panel help-answers" aria-labelledby="help-answers">
        <h2 id="help-answers">{say('helpAnswers')}</h2>
        {topics.map((each) => (
          <details key={each} open={each === topic} data-answer={each}>
            <summary>{say(helpQuestions[each])}</summary>
            {answers[each].map((key) => (
              <p key={key}>{say(key)}</p>
            ))}
            {each === 'protect-stock' && (
              <p>
                <a href={planHref()}>{say('helpProtectPlan')}</a>
              </p>
            )}
          </details>
        ))}
      </section>
      <div class="help-side">
        <section class="panel" aria-labelledby="help-report">
          <h2 id="help-report">{say('helpReport')}</h2>
          <p>{say('helpReport1')}</p>
          <p>{say('helpReport2')}</p>
        </section>
        <section class="panel help-keys">
          <Shortcuts />
        </section>
        <section class="panel help-about" aria-labelledby="help-about">
          <h2 id="help-about" data-testid="version">
            {say('helpAbout', { version: version() })}
          </h2>
          <p>
            <a href={welcomeAddress()}>{say('helpGuide')}</a>
          </p>
          <p class="cc-hint">{say('helpAffiliation')}</p>
        </section>
      </div>
    </div>
  );
}
