import { type CheckResult, fixedAfterSubmit } from '../../domain/checks';
import { say } from '../../words/say';
import type { OverlayActions } from '../model/overlay-model';
import { Values } from './parts/Values';
import { bySeller } from './root/gate';

interface Props {
  /** What the press is held for. */
  readonly held: readonly CheckResult[];
  /** How many more there are to fix that hold nothing. */
  readonly smaller: number;
  /** Open confirmations: listed, never a reason to hold. */
  readonly confirm: readonly CheckResult[];
  readonly actions: OverlayActions;
}

/** Modal, with the focus on the way back. */
function open(dialog: HTMLDialogElement | null): void {
  if (!dialog || dialog.open) return;
  dialog.showModal();
  dialog.querySelector<HTMLElement>('[data-answer="back"]')?.focus();
}

/** What is still wrong at the moment of Review or Submit. The way on is the seller's own press. */
export function GuardDialog({ held, smaller, confirm, actions }: Props) {
  const blockers = held.filter(({ state }) => state !== 'unreadable');
  const unread = held.filter(({ state }) => state === 'unreadable');
  const fixed = blockers.filter(({ id }) => fixedAfterSubmit.includes(id));
  const named = (some: readonly CheckResult[]) => some.map(({ label }) => label).join(', ');
  return (
    <dialog
      ref={open}
      data-guard
      aria-labelledby="claimcheck-guard"
      onCancel={(event) => event.preventDefault()}
      onKeyDown={bySeller((event) => event.key === 'Escape' && actions.guard('back'))}
    >
      <h2 id="claimcheck-guard">{titleOf(blockers.length, unread.length)}</h2>
      <ul>
        {blockers.map(({ id, label, have, should }) => (
          <li key={id} data-blocker={id}>
            <span class="sign" aria-hidden="true" />
            <strong>{label}</strong>
            <div class="line">
              <Values have={have} should={should} />
            </div>
          </li>
        ))}
      </ul>
      {unread.length > 0 && (
        <p class="aside" data-unread={unread.map(({ id }) => id).join(' ')}>
          {say('alsoUnread', named(unread))}
        </p>
      )}
      {fixed.length > 0 && <p class="aside">{say('forGood', named(fixed))}</p>}
      {smaller > 0 && <p class="aside">{smaller === 1 ? say('smallerOne') : say('smallerMany', smaller)}</p>}
      {confirm.length > 0 && <p class="aside">{say('alsoCheck', named(confirm))}</p>}
      <div class="answers">
        <button
          type="button"
          class="primary"
          data-answer="back"
          onClick={bySeller(() => actions.guard('back'))}
        >
          {say('back')}
        </button>
        <button
          type="button"
          class="small"
          data-answer="continue"
          data-weighty
          onClick={bySeller(() => actions.guard('continue'))}
        >
          {say('goOn')}
        </button>
      </div>
    </dialog>
  );
}

function titleOf(wrong: number, unread: number): string {
  if (wrong > 0) return wrong === 1 ? say('stopOne') : say('stopMany', wrong);
  return unread === 1 ? say('stopUnreadOne') : say('stopUnreadMany', unread);
}
