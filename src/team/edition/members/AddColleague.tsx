import { useState } from 'preact/hooks';
import { Told } from '../../../ui/parts/Told';
import { sentenceOf } from '../../../words/problem-words';
import { say } from '../../../words/say';
import { add, type Newcomer, readNewcomer } from '../../pages/owner-acts';
import type { TeamHere } from '../../pages/team-here';
import { CopyBox } from '../parts/CopyBox';
import { Digits } from '../parts/Digits';
import { PasteField } from '../parts/PasteField';
import { useWork } from '../parts/use-work';

type Step =
  | { readonly kind: 'paste'; readonly fault?: string }
  | { readonly kind: 'compare'; readonly newcomer: Newcomer }
  | { readonly kind: 'added'; readonly name: string; readonly ticket: string };

/** Where an owner adds whoever answered an invitation: the answer, the digits, the role, and the ticket to send. */
export function AddColleague({ here }: { here: TeamHere }) {
  const [pasted, setPasted] = useState('');
  const [step, setStep] = useState<Step>({ kind: 'paste' });
  const { busy, told, run } = useWork();
  const read = (text: string) => {
    setPasted(text);
    setStep({ kind: 'paste' });
    if (text.trim() === '') return;
    readNewcomer(here, text).then(
      (newcomer) => setStep({ kind: 'compare', newcomer }),
      (error) => setStep({ kind: 'paste', fault: sentenceOf(error) }),
    );
  };
  const take = (newcomer: Newcomer, role: 'giver' | 'viewer') =>
    run(async () => {
      const ticket = await add(here, newcomer, role);
      setPasted('');
      setStep({ kind: 'added', name: newcomer.card.name, ticket });
      return null;
    });
  return (
    <section class="panel" aria-labelledby="team-add-title">
      <h3 id="team-add-title">{say('teamAdd')}</h3>
      <p class="cc-hint">{say('teamAddHint')}</p>
      <PasteField
        label={say('teamAnswer')}
        fault={step.kind === 'paste' ? step.fault : undefined}
        value={pasted}
        testId="team-paste-answer"
        onInput={read}
      />
      <div role="status" class="cc-told">
        {step.kind === 'compare' && (
          <p class="team-from">{say('teamAnswerFrom', { name: step.newcomer.card.name })}</p>
        )}
        {step.kind === 'added' && <p class="team-from">{say('teamAdded', { name: step.name })}</p>}
      </div>
      {step.kind === 'compare' && (
        <div class="cc-panel">
          <p>{say('teamCompare', { name: step.newcomer.card.name })}</p>
          <Digits digits={step.newcomer.digits} label={say('teamDigits')} />
          <p class="cc-hint">{say('teamCompareNot')}</p>
          <div class="cc-row">
            {(['giver', 'viewer'] as const).map((role) => (
              <button
                key={role}
                type="button"
                class={`cc-button ${role === 'giver' ? 'cc-primary' : ''}`}
                data-testid={`team-add-${role}`}
                disabled={busy}
                onClick={() => void take(step.newcomer, role)}
              >
                {role === 'giver' ? say('teamAddGiver') : say('teamAddViewer')}
              </button>
            ))}
          </div>
        </div>
      )}
      {step.kind === 'added' && (
        <div class="cc-panel team-given">
          <p>{say('teamTicketSend', { name: step.name })}</p>
          <CopyBox
            label={say('teamTicketOf', { name: step.name })}
            text={step.ticket}
            testId="team-ticket-text"
          />
        </div>
      )}
      <Told told={told} testId="team-add-told" />
    </section>
  );
}
