import type { Importer } from '../../actions/import/importing';
import { useStore } from '../../ui/parts/use-store';
import { say } from '../../words/say';
import { WaitingFiles } from './choose/WaitingFiles';
import { ImportResult } from './ImportResult';

/** On every page, once codes were added: what became of them, and the files that wait for their turn. */
export function ImportNews({ importer }: { importer: Importer }) {
  const { stage, waiting } = useStore(importer);
  const told = stage.kind === 'added' || stage.kind === 'withdrawn' ? stage : null;
  const next = waiting.length > 0 && stage.kind !== 'reading' && stage.kind !== 'preview';
  return (
    <>
      {told && (
        <ImportResult
          stage={told}
          onWithdraw={() => void importer.withdraw()}
          onDismiss={() => importer.cancel()}
        />
      )}
      {next && (
        <section aria-label={say('importTitle')}>
          <WaitingFiles
            files={waiting}
            later={false}
            onNext={() => importer.readNext()}
            onLeave={() => importer.leaveWaiting()}
          />
        </section>
      )}
    </>
  );
}
