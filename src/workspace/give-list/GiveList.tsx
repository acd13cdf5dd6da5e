import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Desk } from '../../actions/desk/desk';
import { ListGiving } from '../../actions/give-list/list-giving';
import { reserves } from '../../actions/give-list/reserved';
import type { Pool, PromotionWithCounts } from '../../actions/pool';
import { Notice } from '../../ui/parts/Notice';
import { useStore } from '../../ui/parts/use-store';
import { say, sayCount } from '../../words/say';
import { useFileDrop } from '../import/choose/use-file-drop';
import { ChooseList } from './ChooseList';
import { ListPreview } from './ListPreview';
import { Messages } from './Messages';

interface GiveListProps {
  pool: Pool;
  desk: Desk;
  item: PromotionWithCounts;
  now: number;
  /** A code is shown elsewhere on the page: no second one beside it. */
  codeShown: boolean;
  onClose: () => void;
}

/** Gives out to a list of people, one code each: choose, preview, one act, the rows back, the messages. */
export function GiveList({ pool, desk, item, now, codeShown, onClose }: GiveListProps) {
  const { promotion } = item;
  const giving = useMemo(() => new ListGiving(pool, promotion.id), [pool, promotion.id]);
  const { form, stage } = useStore(giving);
  const heading = useRef<HTMLHeadingElement>(null);
  const given = stage.kind === 'given' ? stage.issuance : null;
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'start' });
  }, []);
  useEffect(() => {
    if (stage.kind === 'given') void desk.noteList(promotion.id, given);
  }, [desk, promotion.id, stage.kind, given]);
  const take = useMemo(
    () => (files: readonly File[]) => {
      const [file] = files;
      if (file) void giving.readFile(file);
    },
    [giving],
  );
  const drop = useMemo(
    () =>
      ({ files }: { files: readonly File[] }) =>
        take(files),
    [take],
  );
  const over = useFileDrop(drop, stage.kind === 'given' ? null : 'part');
  return (
    <section class="panel give-list" aria-labelledby="give-list-title">
      <h2 id="give-list-title" ref={heading} tabIndex={-1}>
        {say('listTitle')}
      </h2>
      {(stage.kind === 'waiting' || stage.kind === 'refused') && (
        <>
          <p class="cc-hint">{say('listHow')}</p>
          <ChooseList
            over={over}
            onFile={(file) => take([file])}
            onPaste={(text) => void giving.readPaste(text)}
          />
          {stage.kind === 'refused' && <Notice tone="problem" text={stage.text} testId="give-list-error" />}
          <div class="cc-row">
            <button type="button" class="cc-button" onClick={onClose}>
              {say('formCancel')}
            </button>
          </div>
        </>
      )}
      {stage.kind === 'reading' && (
        <div class="reading">
          <p role="status">{say('chooseReading', { file: stage.name })}</p>
          <progress
            aria-label={say('chooseReadingLabel', { file: stage.name })}
            {...(stage.total > 0 ? { value: stage.done, max: stage.total } : {})}
          />
          <button type="button" class="cc-button cc-small" onClick={() => giving.cancel()}>
            {say('importCancel')}
          </button>
        </div>
      )}
      {stage.kind === 'preview' && (
        <ListPreview
          promotion={promotion}
          channels={desk.state.settings.channels}
          now={now}
          stage={stage}
          form={form}
          onFill={(patch) => void giving.fill(patch)}
          onCharset={(charset) => void giving.rereadIn(charset)}
          onConfirm={() => void giving.confirm()}
          onCancel={() => giving.cancel()}
        />
      )}
      {stage.kind === 'given' && (
        <>
          <Notice
            tone="done"
            testId="give-list-given"
            text={
              reserves(promotion, now) && stage.issuance
                ? sayCount('listReserved', stage.count)
                : stage.file
                  ? sayCount('listGiven', stage.count, { file: stage.file })
                  : sayCount('listGivenNoFile', stage.count)
            }
          />
          {stage.remark && <Notice tone="problem" text={stage.remark} />}
          {stage.issuance && !codeShown && (
            <Messages pool={pool} promotion={promotion} issuance={stage.issuance} />
          )}
          <div class="cc-row">
            <button type="button" class="cc-button" onClick={() => giving.cancel()}>
              {say('listAnother')}
            </button>
            <button type="button" class="cc-button" onClick={onClose}>
              {say('listDone')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
