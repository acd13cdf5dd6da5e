import { TextField } from '../../../ui/parts/TextField';
import { say } from '../../../words/say';
import type { HostedKeys } from '../../seat/seat';

interface HostedKeysFieldsProps {
  keys: HostedKeys;
  faults: Partial<Record<keyof HostedKeys, string>>;
  onInput: (patch: Partial<HostedKeys>) => void;
}

/** The steps by which a company runs the engine: what to ask for, and the keys that it gives. */
export function HostedKeysFields({ keys, faults, onInput }: HostedKeysFieldsProps) {
  return (
    <>
      <li>
        <p>{say('teamHostedAsk')}</p>
        <ul class="team-wishes">
          <li>{say('teamHostedAskStore')}</li>
          <li>{say('teamHostedAskWay')}</li>
          <li>{say('teamHostedAskAccount')}</li>
        </ul>
        <p class="cc-hint">{say('teamHostedUntried')}</p>
      </li>
      <li>
        <TextField
          label={say('teamAccount')}
          hint={say('teamAccountHint')}
          fault={faults.account}
          inputClass="cc-mono"
          value={keys.account}
          testId="team-account"
          onInput={(account) => onInput({ account })}
        />
        <TextField
          label={say('teamSigning')}
          hint={say('teamSigningHint')}
          fault={faults.signingSeed}
          inputClass="cc-mono"
          type="password"
          value={keys.signingSeed}
          testId="team-signing"
          onInput={(signingSeed) => onInput({ signingSeed })}
        />
      </li>
    </>
  );
}
