import type { CodeGroup } from '../../page/readers/code-group';

import { say } from '../../words/say';
import type { CaptureRow } from '../asks/captures';
import type { OverlayActions, OverlayModel } from '../model/overlay-model';
import { bySeller } from './root/gate';

/** The groups of codes on Amazon's claim-code page. Numbers only: a code never enters the page. */
export function Capture({ model, actions }: { model: OverlayModel; actions: OverlayActions }) {
  return (
    <ul class="groups" aria-label={say('groups')}>
      {model.rows.map((row) => (
        <Group key={row.key} row={row} model={model} actions={actions} />
      ))}
    </ul>
  );
}

function Group({ row, model, actions }: { row: CaptureRow; model: OverlayModel; actions: OverlayActions }) {
  const { key, group, state } = row;
  const followable = group.downloadUrl !== null;
  const done = state?.done === true;
  return (
    <li class="codes" data-code-group={group.name} data-ready={group.ready}>
      <div class="line">
        <strong>{group.name || say('noName')}</strong>
        <p class="values">
          {group.quantity === null
            ? say('noCount', group.status)
            : say('codes', group.quantity, group.status)}
        </p>
        {group.ready && !followable && <p class="why">{say('notFollowed')}</p>}
        {/* It stands here before there is anything to tell, or screen readers would miss it. */}
        <p
          class="why"
          role="status"
          data-capture-done={state && state.message !== '' ? state.done : undefined}
        >
          {state?.message}
        </p>
        {group.ready && followable && !done && (
          <button
            type="button"
            class="link"
            data-have-zip={group.name}
            disabled={!model.connected || model.wrongStore !== ''}
            onClick={bySeller(() => actions.capture(key, { ...group, downloadUrl: null }))}
          >
            {say('haveZip')}
          </button>
        )}
      </div>
      {group.ready && (
        <button
          type="button"
          class={done ? 'small' : 'primary'}
          data-capture={group.name}
          data-row={key}
          disabled={state?.busy === true || !model.connected || model.wrongStore !== ''}
          onClick={bySeller(() => actions.capture(key, group))}
        >
          {captureWords(group, state?.busy === true, done)}
        </button>
      )}
    </li>
  );
}

/** What the press does, with the number of codes where the page told it. */
function captureWords({ downloadUrl, quantity }: CodeGroup, busy: boolean, again: boolean): string {
  if (busy) return say('capturing');
  if (again) return say('captureAgain');
  if (downloadUrl === null) return say('choose');
  return quantity === null ? say('capture') : say('captureCount', quantity);
}
