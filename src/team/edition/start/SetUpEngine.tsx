import { useState } from 'preact/hooks';
import { Field } from '../../../ui/parts/Field';
import { Told } from '../../../ui/parts/Told';
import { inWords } from '../../../words/problem-words';
import { say } from '../../../words/say';
import { addressFault, chooseWhere, hostedFaults, start, type Where } from '../../pages/start-team';
import type { TeamHere } from '../../pages/team-here';
import type { HostedKeys, Ownership, Seat } from '../../seat/seat';
import { GiveUp } from '../parts/GiveUp';
import { useWork } from '../parts/use-work';
import { HostedKeysFields } from './HostedKeysFields';
import { OwnMachines } from './OwnMachines';

type Faults = Partial<Record<'addresses' | keyof HostedKeys, string>>;

/** The second step of a new team: its engine is set up, and the team started on it. */
export function SetUpEngine({ here, seat, owner }: { here: TeamHere; seat: Seat; owner: Ownership }) {
  const [addresses, setAddresses] = useState(seat.engines.join('\n'));
  const [keys, setKeys] = useState<HostedKeys>(owner.hosted ?? { account: '', signingSeed: '' });
  const [faults, setFaults] = useState<Faults>({});
  const { busy, told, run, tell } = useWork();
  const where: Where = owner.hosted ? 'hosted' : owner.machines;
  const send = () => {
    const wrong = {
      ...(owner.hosted ? hostedFaults(keys) : {}),
      ...{ addresses: addressFault(addresses) ?? undefined },
    };
    const all = Object.entries(wrong).flatMap(([field, why]) => (why ? [[field, inWords(why)]] : []));
    setFaults(Object.fromEntries(all) as Faults);
    if (all.length > 0) return tell(null);
    void run(async () => {
      await start(here, addresses, undefined, owner.hosted ? keys : null);
      return null;
    });
  };
  return (
    <form
      class="panel settings-wide team-steps"
      aria-labelledby="team-engine-title"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h3 id="team-engine-title" tabIndex={-1}>
        {say('teamSetUp')}
      </h3>
      <p class="cc-hint">{say('teamSetUpHint')}</p>
      <Field class="team-name" label={say('teamWhere')}>
        {(control) => (
          <select
            {...control}
            class="cc-input"
            value={String(where)}
            disabled={busy}
            data-testid="team-where"
            onChange={(event) => void chooseWhere(here, placeOf(event.currentTarget.value))}
          >
            <option value="hosted">{say('teamHosted')}</option>
            <option value="1">{say('teamOneMachine')}</option>
            <option value="3">{say('teamThreeMachines')}</option>
          </select>
        )}
      </Field>
      <ol class="team-list">
        {where === 'hosted' ? (
          <HostedKeysFields
            keys={keys}
            faults={faults}
            onInput={(patch) => {
              setKeys({ ...keys, ...patch });
              setFaults({});
            }}
          />
        ) : (
          <OwnMachines here={here} owner={owner} />
        )}
        <li>
          <Field
            label={where === 1 ? say('teamAddress') : say('teamAddresses')}
            hint={addressHint(where)}
            fault={faults.addresses}
          >
            {(control) => (
              <textarea
                {...control}
                class="cc-input cc-mono"
                rows={where === 3 ? 3 : 1}
                autoComplete="off"
                spellcheck={false}
                value={addresses}
                data-testid="team-addresses"
                onInput={(event) => {
                  setAddresses(event.currentTarget.value);
                  setFaults({});
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

function addressHint(where: Where): string {
  if (where === 1) return say('teamAddressHint');
  return where === 3 ? say('teamAddressesOrder') : say('teamAddressesHint');
}

function placeOf(value: string): Where {
  return value === '1' ? 1 : value === '3' ? 3 : 'hosted';
}
