import { useId } from 'preact/hooks';
import type { ImportForm, ImportStage } from '../../actions/import/import-state';
import { sentIn } from '../../actions/import/sent-list';
import type { Forward } from '../../actions/pool';
import type { Promotion } from '../../domain/promotion';
import { codes, number } from '../../words/format';
import { linesInWords } from './TextAccountNote';
import { TwinQuestion } from './TwinQuestion';

interface ConfirmImportProps {
  stage: Extract<ImportStage, { kind: 'preview' }>;
  form: ImportForm;
  match: Promotion | null;
  /** A promotion here that may be meant. */
  twin: Promotion | null;
  onTwin: (meant: Promotion) => void;
  /** No, another one is meant. */
  onApart: () => void;
  /** What the list tells of codes that are here. */
  forward: Forward;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Where the codes will go, and the button that adds them. */
export function ConfirmImport({
  stage,
  form,
  match,
  twin,
  onTwin,
  onApart,
  forward,
  onConfirm,
  onCancel,
}: ConfirmImportProps) {
  const id = useId();
  const { plan, adding, written } = stage;
  const { file } = plan;
  const several = stage.told.length > 1;
  const asksTwin = plan.added > 0 && twin !== null && !match && !form.apart && !several;
  const { further, cameBack } = forward;
  const moved = further.length + (form.takeBack ? cameBack.length : 0);
  return (
    <div class="confirm">
      {!asksTwin && (
        <p class="preview-target" id={`${id}-target`}>
          {plan.added === 0
            ? moved > 0
              ? 'No code of this list is new here; what it tells of yours is marked.'
              : 'There is nothing new in this list.'
            : several
              ? 'Each code goes to the promotion that the history names.'
              : targetWords(form, match, file.history !== null)}
        </p>
      )}
      {asksTwin && (
        <TwinQuestion
          twin={twin}
          typed={form.promotion.trim()}
          onMeant={() => onTwin(twin)}
          onApart={onApart}
        />
      )}
      {form.as === 'part-given-out' && <p class="cc-hint">{sentWords(sentIn(form, file.codes))}</p>}
      <div class="cc-row">
        <button
          type="button"
          class="cc-button cc-primary"
          data-testid="import-confirm"
          aria-describedby={`${id}-target`}
          aria-disabled={adding}
          onClick={onConfirm}
          onKeyDown={(event) => {
            // A key held down since the field before has not read what the button says.
            if (event.key === 'Enter' && event.repeat) event.preventDefault();
          }}
        >
          {confirmWords({
            added: plan.added,
            moved,
            store: several ? '' : form.marketplace,
            adding,
            written,
          })}
        </button>
        {plan.added + moved > 0 && (
          <button type="button" class="cc-button" onClick={onCancel}>
            Cancel
          </button>
        )}
      </div>
    </div>
  );
}

function confirmWords(told: {
  added: number;
  moved: number;
  store: string;
  adding: boolean;
  written: number;
}): string {
  const { added, moved, store, adding, written } = told;
  if (adding) return written > 0 && written < 1 ? `Adding … ${Math.floor(written * 100)} %` : 'Adding …';
  if (added === 0 && moved > 0) return `Mark ${number(moved)} of your codes`;
  if (added === 0) return 'Nothing to add: close';
  // A wrong store is noticed here, before anything goes out for it.
  return `Add ${number(added)}${store ? ` ${store}` : ''} ${added === 1 ? 'code' : 'codes'}`;
}

function targetWords(form: ImportForm, match: Promotion | null, restores: boolean): string {
  const store = form.marketplace || 'store not known';
  const states = restores
    ? ' This is a history saved by Claimcheck: what it says was given out, canceled or used is kept so.'
    : '';
  if (match)
    return `They go to ${match.name} (${match.marketplace ?? 'store not known'}), which is already here.${states}`;
  const name = form.promotion.trim();
  if (!name) return `Type above which promotion they belong to.${states}`;
  return `A new promotion will be made: ${name} (${store}).${states}`;
}

function sentWords({ listed, here, elsewhere }: ReturnType<typeof sentIn>): string {
  if (listed === 0) return 'None listed as sent yet.';
  const others = elsewhere.length > 0 ? ` Not in it: ${linesInWords(elsewhere)}.` : '';
  return `${number(here)} of the ${codes(listed)} listed as sent are in this file.${others}`;
}
