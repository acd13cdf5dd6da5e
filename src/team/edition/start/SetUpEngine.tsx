import { useState } from 'preact/hooks';
import { Field } from '../../../ui/parts/Field';
import { Told } from '../../../ui/parts/Told';
import { inWords } from '../../../words/problem-words';
import { say } from '../../../words/say';
import { addressFault, chooseMachines, start } from '../../pages/start-team';
import type { TeamHere } from '../../pages/team-here';
import type { Ownership, Seat } from '../../seat/seat';
import { GiveUp } from '../parts/GiveUp';
import { useWork } from '../parts/use-work';
import { EngineFiles } from './EngineFiles';

/** The second step of a new team: its engine is set up with the files from here, and the team started on it. */
export function SetUpEngine({ here, seat, owner }: { here: TeamHere; seat: Seat; owner: Ownership }) {
  const [addresses, setAddresses] = useState(seat.engines.join('\n'));
  const { busy, told, run } = useWork();
  const [fault, setFault] = useState<string | undefined>();
  const three = owner.machines === 3;
  return (
    <form
      class="panel settings-wide team-steps"
      aria-labelledby="team-engine-title"
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = addressFault(addresses);
        setFault(wrong ? inWords(wrong) : undefined);
        if (wrong) return;
        void run(async () => {
          await start(here, addresses);
          return null;
        });
      }}
    >
      <div class="panel-head">
        <h3 id="team-engine-title" tabIndex={-1}>
          {say('teamSetUp')}
        </h3>
        <button
          type="button"
          class="cc-button cc-quiet cc-small"
          data-testid="team-other-machines"
          disabled={busy}
          onClick={() => void chooseMachines(here, three ? 1 : 3)}
        >
          {three ? say('teamUseOne') : say('teamUseThree')}
        </button>
      </div>
      <p class="cc-hint">{say('teamSetUpHint')}</p>
      <ol class="team-list">
        <li>
          <p>{three ? say('teamStepRentThree') : say('teamStepRent')}</p>
        </li>
        <li>
          <p>{three ? say('teamStepFilesThree') : say('teamStepFiles')}</p>
          <EngineFiles here={here} machines={owner.machines} />
        </li>
        <li>
          <p>{say('teamStepCertificate')}</p>
          <pre class="team-command">{`/etc/nats/certificate.pem\n/etc/nats/key.pem${three ? '\n/etc/nats/authority.pem' : ''}`}</pre>
        </li>
        <li>
          <p>{three ? say('teamStepRunThree') : say('teamStepRun')}</p>
          <pre class="team-command">
            {(three ? ['one', 'two', 'three'] : ['one'])
              .map((name) => `nats-server -c nats-${name}.conf`)
              .join('\n')}
          </pre>
        </li>
        <li>
          <Field
            label={three ? say('teamAddresses') : say('teamAddress')}
            hint={three ? say('teamAddressesHint') : say('teamAddressHint')}
            fault={fault}
          >
            {(control) => (
              <textarea
                {...control}
                class="cc-input cc-mono team-addresses"
                rows={three ? 3 : 1}
                autoComplete="off"
                spellcheck={false}
                value={addresses}
                data-testid="team-addresses"
                onInput={(event) => {
                  setAddresses(event.currentTarget.value);
                  setFault(undefined);
                }}
              />
            )}
          </Field>
        </li>
      </ol>
      <div class="cc-row">
        <button type="submit" class="cc-button cc-primary" data-testid="team-found" disabled={busy}>
          {busy ? say('teamFounding') : say('teamFound')}
        </button>
      </div>
      <Told told={told} testId="team-told" />
      <GiveUp here={here} why={say('teamGiveUpStart')} />
    </form>
  );
}
