import { HelpLink } from '../../ui/parts/HelpLink';
import { Sentence } from '../../ui/parts/Sentence';
import { say } from '../../words/say';
import { Picture } from '../parts/Picture';

/** Before there are codes: the way to the first one that is given out. */
export function FirstSteps() {
  return (
    <section class="nothing" aria-labelledby="first-title">
      <Picture name="tickets" />
      <h2 id="first-title">{say('homeNothing')}</h2>
      <ol>
        <li>
          <Sentence
            of={say('homeStepFile', {
              choose: '{choose}',
              manage: '{manage}',
              download: '{download}',
              capture: '{capture}',
            })}
            parts={{
              choose: <b>{say('homeStepFileDo')}</b>,
              manage: <b>{say('homeManage')}</b>,
              download: <b>{say('homeDownload')}</b>,
              capture: <b>{say('homeCapture')}</b>,
            }}
          />
        </li>
        <li>
          <Sentence
            of={say('homeStepName', { name: '{name}', add: '{add}' })}
            parts={{ name: <b>{say('homeStepNameDo')}</b>, add: <b>{say('homeAdd')}</b> }}
          />
        </li>
        <li>
          <Sentence
            of={say('homeStepGive', { give: '{give}' })}
            parts={{ give: <b>{say('homeStepGiveDo')}</b> }}
          />
        </li>
      </ol>
      <p class="cc-hint">
        {say('helpWhichKind')} <HelpLink topic="which-kind" />
      </p>
    </section>
  );
}
