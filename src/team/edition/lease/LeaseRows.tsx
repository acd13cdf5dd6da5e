import { useRef, useState } from 'preact/hooks';
import { AskBox } from '../../../ui/parts/AskBox';
import { Told } from '../../../ui/parts/Told';
import { number, onTime } from '../../../words/format';
import { say, sayCount } from '../../../words/say';
import type { Leases, ShownLease } from '../../lease/leases';
import { nameOf, ownRole } from '../../pages/member-rows';
import type { TeamHere } from '../../pages/team-here';
import { useWork } from '../parts/use-work';

interface LeaseRowsProps {
  here: TeamHere;
  leases: Leases;
  rows: readonly ShownLease[];
  /** The names of promotions, where they aren't known from the place already. */
  promotions?: ReadonlyMap<string, string>;
  offline: boolean;
  /** Stands above the rows, while there are any. */
  title?: string;
}

/** Who has which codes offline: one's own are returned here, others' canceled by an owner. */
export function LeaseRows({ here, leases, rows, promotions, offline, title }: LeaseRowsProps) {
  const { busy, told, run } = useWork();
  const [asks, setAsks] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const { seat, members } = here.state;
  const role = seat ? ownRole(members, seat) : null;
  const me = seat?.me.card.id;
  const memberOf = ({ holder }: ShownLease) => holder.split('/')[0] ?? '';
  const giveBack = (lease: ShownLease) =>
    run(async () => {
      const { returned } = await leases.giveBack(lease);
      const text = returned > 0 ? sayCount('teamLeaseReturned', returned) : say('teamLeaseReturnedNone');
      list.current?.focus();
      return { tone: 'done', text };
    });
  const cancel = (lease: ShownLease) =>
    run(async () => {
      const { canceled } = await leases.cancel(lease);
      setAsks(null);
      list.current?.focus();
      return { tone: 'done', text: sayCount('teamLeaseCanceled', canceled) };
    });
  const leave = (lease: string) => {
    setAsks(null);
    list.current?.querySelector<HTMLElement>(`[data-lease="${lease}"] [data-testid="lease-cancel"]`)?.focus();
  };
  return (
    // Where a row goes away with the button that was pressed, the focus stays among the rows.
    <div ref={list} class="lease-list" tabIndex={-1}>
      {title !== undefined && rows.length > 0 && <h3 class="lease-title">{title}</h3>}
      <ul>
        {rows.map((lease) => {
          const name = nameOf(members, memberOf(lease));
          const left = lease.here ? lease.unseen : lease.left;
          const promotion = promotions?.get(lease.promotionId);
          return (
            <li
              key={lease.lease}
              data-testid="lease"
              data-lease={lease.lease}
              data-name={name}
              data-left={left}
            >
              <div>
                <b>
                  {lease.here
                    ? say('teamLeaseHere')
                    : memberOf(lease) === me
                      ? say('teamLeaseElsewhere')
                      : name}
                </b>
                <p class="cc-hint">
                  {promotion !== undefined && `${promotion} · `}
                  {say('teamLeaseLeft', {
                    left: number(left),
                    taken: number(lease.taken),
                    when: onTime(lease.at),
                  })}
                </p>
              </div>
              {lease.here && !offline && role !== 'viewer' && (
                <button
                  type="button"
                  class="cc-button cc-small"
                  data-testid="lease-return"
                  disabled={busy}
                  onClick={() => void giveBack(lease)}
                >
                  {say('teamLeaseReturn')}
                </button>
              )}
              {role === 'owner' && !lease.here && !offline && (
                <button
                  type="button"
                  class="cc-button cc-small cc-quiet"
                  data-testid="lease-cancel"
                  aria-label={
                    promotion === undefined ? undefined : say('teamLeaseCancelWhat', { name, promotion })
                  }
                  aria-expanded={asks === lease.lease}
                  onClick={() => setAsks(asks === lease.lease ? null : lease.lease)}
                >
                  {say('teamLeaseCancel')}
                </button>
              )}
              {asks === lease.lease && (
                <AskBox
                  legend={sayCount('teamLeaseCancelAsk', lease.left, { name })}
                  testId="lease-cancel-ask"
                  onCancel={() => leave(lease.lease)}
                >
                  <p>{say('teamLeaseCancelWhy', { name })}</p>
                  <div class="cc-row">
                    <button
                      type="button"
                      class="cc-button"
                      data-testid="lease-cancel-yes"
                      disabled={busy}
                      onClick={() => void cancel(lease)}
                    >
                      {say('teamLeaseCancel')}
                    </button>
                    <button
                      type="button"
                      class="cc-button"
                      data-testid="lease-cancel-no"
                      onClick={() => leave(lease.lease)}
                    >
                      {say('teamLeaseKeep')}
                    </button>
                  </div>
                </AskBox>
              )}
            </li>
          );
        })}
      </ul>
      <Told told={told} testId="lease-rows-told" />
    </div>
  );
}
