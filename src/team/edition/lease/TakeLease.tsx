import { useRef, useState } from 'preact/hooks';
import type { Promotion } from '../../../domain/promotion';
import { TextField } from '../../../ui/parts/TextField';
import { Told } from '../../../ui/parts/Told';
import { listedAnd } from '../../../words/format';
import { say, sayCount } from '../../../words/say';
import { mostLeased } from '../../acts/shapes';
import type { Leases } from '../../lease/leases';
import { stoppedBy } from '../../members/rights';
import { nameOf, ownRole } from '../../pages/member-rows';
import type { TeamHere } from '../../pages/team-here';
import { useWork } from '../parts/use-work';

interface TakeLeaseProps {
  here: TeamHere;
  leases: Leases;
  promotion: Promotion;
  /** How many codes are in the line. */
  left: number;
}

/** Takes the next codes along, to give them out offline. */
export function TakeLease({ here, leases, promotion, left }: TakeLeaseProps) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('10');
  const [asked, setAsked] = useState(false);
  const { busy, told, run, tell } = useWork();
  const button = useRef<HTMLButtonElement>(null);
  const { seat, members } = here.state;
  const role = seat ? ownRole(members, seat) : null;
  if (role === null || role === 'viewer' || (left === 0 && !told)) return null;
  const most = Math.min(left, mostLeased);
  const wanted = /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : 0;
  const fault = wanted >= 1 && wanted <= most ? undefined : sayCount('teamLeaseFault', most);
  const older = members ? stoppedBy(members, 'takeLease').older.map((id) => nameOf(members, id)) : [];
  const close = () => {
    setOpen(false);
    setAsked(false);
    button.current?.focus();
  };
  const take = () =>
    run(async () => {
      const { count } = await leases.take(promotion.id, wanted);
      return { tone: 'done', text: sayCount('teamLeaseTaken', count) };
    }).then((done) => done && close());
  return (
    <>
      <button
        ref={button}
        type="button"
        class="cc-button cc-small cc-quiet lease-open"
        data-testid="lease-take"
        aria-expanded={open}
        disabled={left === 0}
        onClick={() => {
          tell(null);
          setOpen(!open);
        }}
      >
        {say('teamLeaseTake')}
      </button>
      {open && (
        <form
          class="lease-form"
          aria-label={say('teamLeaseTake')}
          onSubmit={(event) => {
            event.preventDefault();
            setAsked(true);
            if (!fault && !busy) void take();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            close();
          }}
        >
          <TextField
            label={say('teamLeaseHowMany')}
            hint={say('teamLeaseTakeHint')}
            fault={asked ? fault : undefined}
            digits="numeric"
            value={typed}
            testId="lease-count"
            onInput={setTyped}
          />
          {older.length > 0 && (
            <p class="cc-notice cc-notice-warning" data-testid="lease-older">
              {say('teamLeaseOlder', { names: listedAnd(older) })}
            </p>
          )}
          <button type="submit" class="cc-button cc-primary" disabled={busy} data-testid="lease-take-do">
            {say('teamLeaseTakeDo')}
          </button>
        </form>
      )}
      <Told told={told} testId="lease-told" />
    </>
  );
}
