import { type CheckResult, fixedAfterSubmit } from '../../domain/checks';
import { say } from '../../platform/i18n';
import type { OverlayActions } from './model';
import { Values } from './Values';

interface Props {
  readonly blockers: readonly CheckResult[];
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
export function GuardDialog({ blockers, smaller, confirm, actions }: Props) {
  const fixed = blockers.filter(({ id }) => fixedAfterSubmit.includes(id));
  const named = (some: readonly CheckResult[]) => some.map(({ label }) => label).join(', ');
  return (
    <dialog
      ref={open}
      data-guard
      aria-labelledby="claimcheck-guard"
      onCancel={(event) => event.isTrusted && actions.guard('back')}
    >
      <h2 id="claimcheck-guard">
        {blockers.length === 1 ? say('stopOne') : say('stopMany', blockers.length)}
      </h2>
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
      {fixed.length > 0 && <p class="aside">{say('forGood', named(fixed))}</p>}
      {smaller > 0 && <p class="aside">{smaller === 1 ? say('smallerOne') : say('smallerMany', smaller)}</p>}
      {confirm.length > 0 && <p class="aside">{say('alsoCheck', named(confirm))}</p>}
      <div class="answers">
        <button
          type="button"
          class="primary"
          data-answer="back"
          onClick={(event) => event.isTrusted && actions.guard('back')}
        >
          {say('back')}
        </button>
        <button
          type="button"
          class="small"
          data-answer="continue"
          onClick={(event) => event.isTrusted && actions.guard('continue')}
        >
          {say('goOn')}
        </button>
        <button
          type="button"
          class="link"
          data-answer="settings"
          onClick={(event) => event.isTrusted && actions.openWorkspace('settings')}
        >
          {say('switchOff')}
        </button>
      </div>
    </dialog>
  );
}
