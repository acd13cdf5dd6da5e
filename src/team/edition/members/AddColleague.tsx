import { useRef, useState } from 'preact/hooks';
import { Told } from '../../../ui/parts/Told';
import { sentenceOf } from '../../../words/problem-words';
import { say } from '../../../words/say';
import { add, type Newcomer, readNewcomer } from '../../pages/owner-acts';
import type { TeamHere } from '../../pages/team-here';
import type { Ownership } from '../../seat/seat';
import { CopyBox } from '../parts/CopyBox';
import { Digits } from '../parts/Digits';
import { PasteField } from '../parts/PasteField';
import { useWork } from '../parts/use-work';
import { Invite } from './Invite';

type Step =
  | { readonly kind: 'paste'; readonly fault?: string }
  | { readonly kind: 'compare'; readonly newcomer: Newcomer }
  | { readonly kind: 'added'; readonly name: string; readonly ticket: string };

/** How an owner adds somebody: the invitation, its answer with the digits to compare, and the ticket to send. */
export function AddColleague({ here, owner }: { here: TeamHere; owner: Ownership }) {
  const [pasted, setPasted] = useState('');
  const [step, setStep] = useState<Step>({ kind: 'paste' });
  const newest = useRef('');
  const { busy, told, run } = useWork();
  const read = (text: string) => {
    newest.current = text;
    setPasted(text);
    setStep({ kind: 'paste' });
    if (text.trim() === '') return;
    const show = (next: Step) => newest.current === text && setStep(next);
    readNewcomer(here, text).then(
      (newcomer) => show({ kind: 'compare', newcomer }),
      (error) => show({ kind: 'paste', fault: sentenceOf(error) }),
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
    <section class="panel settings-wide team-add" aria-labelledby="team-add-title">
      <h3 id="team-add-title">{say('teamAdd')}</h3>
      <ol class="team-list">
        <li>
          <Invite here={here} owner={owner} />
        </li>
        <li>
          <PasteField
            label={say('teamAddHint')}
            fault={step.kind === 'paste' ? step.fault : undefined}
            value={pasted}
            testId="team-paste-answer"
            onInput={read}
          />
          <p role="status" class="cc-told team-from">
            {step.kind === 'compare' && say('teamAnswerFrom', { name: step.newcomer.card.name })}
          </p>
          {step.kind === 'compare' && (
            <Compare newcomer={step.newcomer} busy={busy} onAdd={(role) => void take(step.newcomer, role)} />
          )}
          <Told told={told} testId="team-add-told" />
        </li>
        <li>
          <p role="status" class={step.kind === 'added' ? 'team-from' : 'cc-hint'}>
            {step.kind === 'added' ? say('teamAdded', { name: step.name }) : say('teamTicketLater')}
          </p>
          {step.kind === 'added' && (
            <>
              <p>{say('teamTicketSend', { name: step.name })}</p>
              <CopyBox
                label={say('teamTicketOf', { name: step.name })}
                text={step.ticket}
                testId="team-ticket-text"
              />
            </>
          )}
        </li>
      </ol>
    </section>
  );
}

interface CompareProps {
  newcomer: Newcomer;
  busy: boolean;
  onAdd: (role: 'giver' | 'viewer') => void;
}

function Compare({ newcomer, busy, onAdd }: CompareProps) {
  return (
    <>
      <p>{say('teamCompare', { name: newcomer.card.name })}</p>
      <Digits digits={newcomer.digits} label={say('teamDigits')} />
      <p class="cc-hint">{say('teamCompareNot')}</p>
      <div class="cc-row">
        <button
          type="button"
          class="cc-button cc-primary"
          data-testid="team-add-giver"
          disabled={busy}
          onClick={() => onAdd('giver')}
        >
          {say('teamAddGiver')}
        </button>
        <button
          type="button"
          class="cc-button"
          data-testid="team-add-viewer"
          disabled={busy}
          onClick={() => onAdd('viewer')}
        >
          {say('teamAddViewer')}
        </button>
      </div>
    </>
  );
}
