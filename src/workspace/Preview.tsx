import { useEffect, useRef } from 'preact/hooks';
import type { ImportForm, ImportStage } from '../actions/import-state';
import { sentIn } from '../actions/import-target';
import type { Promotion } from '../domain/promotion';
import { codes, number } from '../ui/format';
import { Notice } from '../ui/Notice';
import { LineLists } from './LineLists';
import { TwinQuestion } from './TwinQuestion';

interface PreviewProps {
  stage: Extract<ImportStage, { kind: 'preview' }>;
  form: ImportForm;
  match: Promotion | null;
  /** A promotion here that may be meant. */
  twin: Promotion | null;
  onTwin: (meant: Promotion) => void;
  /** No, another one is meant. */
  onApart: () => void;
  onConfirm: () => void;
  onCancel: () => void;
}

/** What is in the list, before anything is kept: every line read is counted in exactly one number. */
export function Preview({ stage, form, match, twin, onTwin, onApart, onConfirm, onCancel }: PreviewProps) {
  const { plan, remark, adding, written } = stage;
  const { file } = plan;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Whoever is typing what the list is must not lose the rest of the word.
    if (!document.activeElement?.closest('.about')) title.current?.focus();
    // With its button, which else may stand below what is in view.
    title.current?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, [plan]);
  const asked = /^\d+$/.test(form.quantity.trim()) ? Number(form.quantity) : null;
  const asksTwin = plan.added > 0 && twin !== null && !match && !form.apart;
  const rest = [
    ['double', plan.duplicates.length],
    ['not understood', file.rejected.length],
    ['look multi-use', file.suspects.length],
    ['blank', file.blank],
    ['header', file.header],
  ] as const;
  return (
    <section
      class="preview"
      aria-label={`What is in ${file.name}`}
      data-testid="import-preview"
      data-added={plan.added}
      data-duplicate={plan.duplicates.length}
      data-rejected={file.rejected.length}
      data-blank={file.blank}
      data-header={file.header}
      data-suspect={file.suspects.length}
    >
      <h3 ref={title} tabIndex={-1}>
        {file.name}
      </h3>
      <p class="preview-added">
        <b>{number(plan.added)}</b> new
      </p>
      <ul
        class="preview-rest"
        aria-label={`The other ${number(file.lines - plan.added)} of ${number(file.lines)} lines`}
      >
        {rest
          .filter(([, count]) => count > 0)
          .map(([word, count]) => (
            <li key={word}>
              <b>{number(count)}</b> {word}
            </li>
          ))}
        <li>
          <b>{number(file.lines)}</b> {file.lines === 1 ? 'line' : 'lines'} read
        </li>
      </ul>
      {remark && <Notice tone="warning" text={remark} />}
      {asked !== null && asked !== file.codes.length && (
        <Notice
          tone="warning"
          text={`Amazon was asked for ${codes(asked)}; the file holds ${number(file.codes.length)}.`}
        />
      )}
      {plan.lookAlikes > 0 && (
        <Notice
          tone="warning"
          text={`${codes(plan.lookAlikes)} here differ from another only by 0 and O or 1 and I, which Amazon reads alike. They are added; check them before giving them out.`}
        />
      )}
      {file.remarks.map((each) => (
        <Notice key={each} tone="warning" text={each} />
      ))}
      <LineLists plan={plan} />
      {!asksTwin && (
        <p class="preview-target">
          {plan.added === 0
            ? 'There is nothing new in this list.'
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
          aria-disabled={adding}
          onClick={onConfirm}
        >
          {confirmWords(plan.added, adding, written)}
        </button>
        {plan.added > 0 && (
          <button type="button" class="cc-button" onClick={onCancel}>
            Cancel
          </button>
        )}
      </div>
    </section>
  );
}

function confirmWords(added: number, adding: boolean, written: number): string {
  if (adding) return written > 0 && written < 1 ? `Adding … ${Math.floor(written * 100)} %` : 'Adding …';
  return added === 0 ? 'Nothing to add: close' : `Add ${codes(added)}`;
}

function targetWords(form: ImportForm, match: Promotion | null, restores: boolean): string {
  const store = form.marketplace || 'store not known';
  const states = restores
    ? ' This is a history saved by Claimcheck: what was given out or used stays so.'
    : '';
  if (match)
    return `They go to ${match.name} (${match.marketplace ?? 'store not known'}), which is already here.${states}`;
  const name = form.promotion.trim();
  if (!name) return `Type above which promotion they belong to.${states}`;
  return `A new promotion will be made: ${name} (${store}).${states}`;
}

function sentWords({ listed, here }: { listed: number; here: number }): string {
  return `${number(here)} of the ${codes(listed)} listed as sent are in this file.`;
}
