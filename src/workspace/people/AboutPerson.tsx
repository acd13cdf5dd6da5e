import { useState } from 'preact/hooks';
import type { PeopleDesk } from '../../actions/people/people-desk';
import type { PeopleRow } from '../../actions/people/people-rows';
import { AskBox } from '../../ui/parts/AskBox';
import { say, sayCount } from '../../words/say';
import { EditPerson } from './EditPerson';
import { nameOfRow } from './PersonLine';

interface AboutPersonProps {
  people: PeopleDesk;
  row: PeopleRow;
  busy: boolean;
}

/** What can be done to a person: written anew, or forgotten. */
export function AboutPerson({ people, row, busy }: AboutPersonProps) {
  const [open, setOpen] = useState<'edit' | 'forget' | null>(null);
  const name = nameOfRow(row);
  const toggle = (what: 'edit' | 'forget') => setOpen(open === what ? null : what);
  const isHeld = row.became.returned < row.codes;
  return (
    <div class="people-about-line">
      <div class="cc-row">
        {isHeld && (
          <button
            type="button"
            class="cc-button cc-small cc-quiet"
            aria-expanded={open === 'edit'}
            aria-label={say('listEditWhom', { name })}
            disabled={busy}
            data-testid="people-edit"
            onClick={() => toggle('edit')}
          >
            {say('givenEdit')}
          </button>
        )}
        <button
          type="button"
          class="cc-button cc-small cc-quiet"
          aria-expanded={open === 'forget'}
          aria-label={say('peopleForgetWhom', { name })}
          disabled={busy}
          data-testid="people-forget"
          onClick={() => toggle('forget')}
        >
          {say('peopleForget')}
        </button>
      </div>
      {open === 'edit' && (
        <EditPerson
          row={row}
          onSave={(edit) => {
            setOpen(null);
            void people.edit(row, edit);
          }}
          onCancel={() => setOpen(null)}
        />
      )}
      {open === 'forget' && (
        <ForgetAsk
          name={name}
          codes={row.codes}
          onForget={() => {
            setOpen(null);
            void people.forget(row);
          }}
          onCancel={() => setOpen(null)}
        />
      )}
    </div>
  );
}

interface ForgetAskProps {
  name: string;
  codes: number;
  onForget: () => void;
  onCancel: () => void;
}

/** Asked before somebody is erased, since nothing brings the name back. */
function ForgetAsk({ name, codes, onForget, onCancel }: ForgetAskProps) {
  return (
    <AskBox testId="forget-ask" onCancel={onCancel} legend={<b>{say('peopleForgetAsk', { name })}</b>}>
      <p>{sayCount('peopleForgetHow', codes)}</p>
      <p class="cc-hint">{say('peopleForgetFiles')}</p>
      <div class="cc-row">
        <button type="button" class="cc-button cc-small" data-testid="forget-confirm" onClick={onForget}>
          {say('peopleForgetWhom', { name })}
        </button>
        <button type="button" class="cc-button cc-small cc-quiet" onClick={onCancel}>
          {say('formCancel')}
        </button>
      </div>
    </AskBox>
  );
}
