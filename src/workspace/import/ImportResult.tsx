import { useEffect, useRef } from 'preact/hooks';
import type { ImportStage } from '../../actions/import/import-state';
import { Sentence } from '../../ui/parts/Sentence';
import { say, sayCount } from '../../words/say';

interface ImportResultProps {
  stage: Extract<ImportStage, { kind: 'added' | 'withdrawn' }>;
  onWithdraw: () => void;
  /** It was read. */
  onDismiss: () => void;
}

/** What became of the import, and the way back from it. */
export function ImportResult({ stage, onWithdraw, onDismiss }: ImportResultProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [stage.kind]);
  const { count, forwarded, returned, promotionId, promotionName, several, remark } = stage;
  const href = several ? '#/promotions' : `#/promotion/${encodeURIComponent(promotionId)}`;
  const link = <a href={href}>{promotionName}</a>;
  return (
    <div ref={box} tabIndex={-1} class="cc-notice cc-notice-done" data-testid="import-done">
      {stage.kind === 'added' ? (
        <p>
          {(count > 0 || forwarded + returned === 0) && (
            <Sentence
              of={say('importAdded', { added: '{added}', promotion: '{promotion}' })}
              parts={{ added: <b>{sayCount('importAddedCount', count)}</b>, promotion: link }}
            />
          )}{' '}
          {forwarded > 0 && (
            <Sentence
              of={say('importMarked', { marked: '{marked}' })}
              parts={{ marked: <b>{sayCount('importMarkedCount', forwarded)}</b> }}
            />
          )}{' '}
          {returned > 0 && sayCount('importPutBack', returned)}
        </p>
      ) : (
        <p>
          <Sentence of={undoneWords(count, forwarded + returned)} parts={{ promotion: link }} />
        </p>
      )}
      {remark && <p class="cc-fault">{remark}</p>}
      {stage.kind === 'added' && (
        <button type="button" class="cc-button cc-quiet" data-testid="import-undo" onClick={onWithdraw}>
          {say('importUndo')}
        </button>
      )}
      <button type="button" class="cc-button cc-quiet" data-testid="import-dismiss" onClick={onDismiss}>
        {say('importDismiss')}
      </button>
    </div>
  );
}

function undoneWords(count: number, marked: number): string {
  const promotion = '{promotion}';
  if (marked === 0) return sayCount('importUndone', count, { promotion });
  return sayCount('importUndoneAnd', count, { promotion, others: sayCount('listCodes', marked) });
}
