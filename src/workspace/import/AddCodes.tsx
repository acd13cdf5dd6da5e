import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { changesNothing, forwardIn } from '../../actions/import/import-target';
import type { Importer } from '../../actions/import/importing';
import type { Forward } from '../../actions/pool';
import type { Promotion } from '../../domain/promotion';
import { leadToHalfDate } from '../../ui/parts/DayTime';
import { Notice } from '../../ui/parts/Notice';
import { useStore } from '../../ui/parts/use-store';
import { say } from '../../words/say';
import { AboutCodes } from './AboutCodes';
import { ConfirmImport } from './ConfirmImport';
import { ChooseCodes } from './choose/ChooseCodes';
import { ReadingProgress } from './choose/ReadingProgress';
import { WaitingFiles } from './choose/WaitingFiles';
import { Preview } from './Preview';

const nothing: Forward = { further: [], cameBack: [], left: 0 };

interface AddCodesProps {
  importer: Importer;
  promotions: readonly Promotion[];
  /** Takes what was chosen: lists of codes among whatever else. */
  onFiles: (files: readonly File[]) => void;
  /** The list is left as it is; without it, another one can be chosen. */
  onLeave?: () => void;
}

/** Everything for adding a list of codes: the list, what it is, what is in it, and then into the ledger. */
export function AddCodes({ importer, promotions, onFiles, onLeave }: AddCodesProps) {
  const state = useStore(importer);
  const { stage, form, match, twin, item, waiting } = state;
  const busy = stage.kind === 'reading' || stage.kind === 'preview';
  const plan = stage.kind === 'preview' ? stage.plan : null;
  const several = stage.kind === 'preview' && stage.told.length > 1;
  // A long list is compared once for what the form says, not at every key typed elsewhere in it.
  const forward = useMemo(
    () => (plan ? forwardIn(form, plan) : nothing),
    [plan, form.as, form.to, form.sent, form.sentFile, form.sentFirst],
  );
  const box = useRef<HTMLElement>(null);
  const leave = onLeave ?? (() => importer.cancel());
  // As soon as it is drawn: what is typed next must not land in a field that gets the focus only then.
  useLayoutEffect(() => {
    if (!plan) return;
    const part = (selector: string) => box.current?.querySelector<HTMLElement>(selector);
    const lacksName = plan.added > 0 && form.promotion.trim() === '' && !several;
    // Whoever is typing what the list is must not lose the rest of the word.
    if (!document.activeElement?.closest('.about'))
      part(lacksName ? '.about input' : '.confirm .cc-primary')?.focus({ preventScroll: true });
    // What is asked and the button, which else may stand below what is in view.
    part('.confirm')?.scrollIntoView({ block: 'nearest' });
  }, [plan]);
  return (
    <section ref={box} class="add" aria-labelledby="add-title">
      <h2 id="add-title">{say('importTitle')}</h2>
      <ChooseCodes
        awaited={item?.bytes === null ? item : null}
        onFiles={onFiles}
        onForget={() => importer.cancel()}
        onPaste={(text) => void importer.readPaste(text)}
      />
      {stage.kind === 'reading' && <ReadingProgress stage={stage} onCancel={() => importer.cancel()} />}
      {stage.kind === 'refused' && <Notice tone="problem" text={stage.text} testId="import-error" />}
      {stage.kind === 'preview' && (
        <Preview
          stage={stage}
          form={form}
          forward={forward}
          onFill={(patch) => importer.fill(patch)}
          onCharset={(charset) => void importer.rereadIn(charset)}
          onColumns={(columns) => void importer.rereadWith(columns)}
        />
      )}
      <AboutCodes
        form={form}
        promotions={promotions}
        known={match !== null || item?.promotion != null}
        needed={stage.kind === 'preview'}
        fault={stage.kind === 'preview' ? stage.fault : null}
        list={plan?.file ?? null}
        several={several}
        onFill={(patch) => importer.fill(patch)}
        onSentFile={(file) => void importer.readSent(file)}
        onEnter={() => box.current?.querySelector<HTMLElement>('.confirm .cc-primary')?.focus()}
      />
      {stage.kind === 'preview' && (
        <ConfirmImport
          forward={forward}
          stage={stage}
          form={form}
          match={match}
          twin={twin}
          onTwin={(meant) => importer.fill({ promotion: meant.name, marketplace: meant.marketplace ?? '' })}
          onApart={() => importer.fill({ apart: true })}
          onConfirm={() => {
            if (changesNothing(form, stage.plan)) leave();
            else if (!leadToHalfDate(box.current)) void importer.confirm();
          }}
          onCancel={stage.adding ? () => importer.cancel() : leave}
        />
      )}
      {waiting.length > 0 && busy && (
        <WaitingFiles
          files={waiting}
          later
          onNext={() => importer.readNext()}
          onLeave={() => importer.leaveWaiting()}
        />
      )}
    </section>
  );
}
