import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Importer } from '../../actions/import/importing';
import type { Promotion } from '../../domain/promotion';
import { useStore } from '../../ui/parts/use-store';
import { say } from '../../words/say';
import { AddCodes } from './AddCodes';

interface AddCodesSheetProps {
  importer: Importer;
  promotions: readonly Promotion[];
  onFiles: (files: readonly File[]) => void;
  open: boolean;
  onClose: () => void;
}

/** Adding codes, over whatever page is open: leaving it takes back to where the seller was. */
export function AddCodesSheet({ importer, promotions, onFiles, open, onClose }: AddCodesSheetProps) {
  const box = useRef<HTMLDialogElement>(null);
  const { stage } = useStore(importer);
  const adding = stage.kind === 'preview' && stage.adding;
  useLayoutEffect(() => {
    if (open && !box.current?.open) box.current?.showModal();
    // Closed before its content goes: the browser leads the focus back to where it was.
    if (!open && box.current?.open) box.current.close();
  }, [open]);
  return (
    <dialog
      ref={box}
      class="sheet"
      aria-labelledby="add-title"
      // What is being written is not left half seen; a file chooser that was left sends the same event.
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        if (!adding) onClose();
      }}
      onClose={(event) => {
        if (event.target === event.currentTarget && open) onClose();
      }}
    >
      {open && (
        <>
          <AddCodes importer={importer} promotions={promotions} onFiles={onFiles} onLeave={onClose} />
          <button
            type="button"
            class="cc-button cc-quiet sheet-close"
            disabled={adding}
            data-testid="sheet-close"
            onClick={onClose}
          >
            {say('sheetClose')}
          </button>
        </>
      )}
    </dialog>
  );
}
