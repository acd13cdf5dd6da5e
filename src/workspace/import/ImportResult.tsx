import { useEffect, useRef } from 'preact/hooks';
import type { ImportStage } from '../../actions/import/import-state';
import { codes } from '../../words/format';

interface ImportResultProps {
  stage: Extract<ImportStage, { kind: 'added' | 'withdrawn' }>;
  onWithdraw: () => void;
}

/** What became of the import, and the way back from it. */
export function ImportResult({ stage, onWithdraw }: ImportResultProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [stage.kind]);
  const { count, forwarded, returned, promotionId, promotionName, remark } = stage;
  const link = <a href={`#/promotion/${encodeURIComponent(promotionId)}`}>{promotionName}</a>;
  return (
    <div ref={box} tabIndex={-1} class="cc-notice cc-notice-done" data-testid="import-done">
      {stage.kind === 'added' ? (
        <p>
          {(count > 0 || forwarded + returned === 0) && (
            <>
              <b>{codes(count)} added</b> to {link}.
            </>
          )}{' '}
          {forwarded > 0 && (
            <>
              <b>{codes(forwarded)} marked</b> as the list tells: given out, canceled or used.
            </>
          )}{' '}
          {returned > 0 && `${codes(returned)} put back into the line.`}
        </p>
      ) : (
        <p>
          The import was taken back: its {codes(count)} no longer count in {link}
          {forwarded + returned > 0 && `, and ${codes(forwarded + returned)} are as they were`}.
        </p>
      )}
      {remark && <p class="cc-fault">{remark}</p>}
      {stage.kind === 'added' && (
        <button type="button" class="cc-button cc-quiet" data-testid="import-undo" onClick={onWithdraw}>
          Undo this import
        </button>
      )}
    </div>
  );
}
