import { useId } from 'preact/hooks';
import type { ImportForm, ImportStage } from '../../actions/import/import-state';
import { sentIn } from '../../actions/import/sent-list';
import type { Forward } from '../../actions/pool';
import type { Promotion } from '../../domain/promotion';
import { say, sayCount } from '../../words/say';
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
              ? say('importOnlyMarks')
              : say('importNothingNew')
            : several
              ? say('importToEach')
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
            {say('importCancel')}
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
  if (adding) {
    return written > 0 && written < 1
      ? say('importAddingPercent', { percent: Math.floor(written * 100) })
      : say('importAdding');
  }
  if (added === 0 && moved > 0) return sayCount('importMark', moved);
  if (added === 0) return say('importClose');
  // A wrong store is noticed here, before anything goes out for it.
  return store ? sayCount('importAddStore', added, { store }) : sayCount('importAdd', added);
}

function targetWords(form: ImportForm, match: Promotion | null, restores: boolean): string {
  const to = whereTo(form, match);
  return restores ? `${to} ${say('importRestores')}` : to;
}

function whereTo(form: ImportForm, match: Promotion | null): string {
  const unknown = say('importStoreUnknown');
  if (match) return say('importToKnown', { promotion: match.name, store: match.marketplace ?? unknown });
  const promotion = form.promotion.trim();
  if (!promotion) return say('importToUntold');
  return say('importToNew', { promotion, store: form.marketplace || unknown });
}

function sentWords({ listed, here, elsewhere }: ReturnType<typeof sentIn>): string {
  if (listed === 0) return say('importSentNone');
  const found = sayCount('importSentHere', listed, { here });
  if (elsewhere.length === 0) return found;
  return `${found} ${say('importSentElsewhere', { lines: linesInWords(elsewhere) })}`;
}
