import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Importer } from '../../actions/import/importing';
import type { Promotion } from '../../domain/promotion';
import { useStore } from '../../ui/parts/use-store';

/**
 * When the sheet of adding codes is open: as long as it was asked for, or as there is a list in it to be seen to.
 * `inline`: the page itself shows what would be in it.
 */
export function useAddCodes(importer: Importer, inline: boolean) {
  const { stage, item } = useStore(importer);
  const [asked, setAsked] = useState(false);
  const busy = ['reading', 'preview', 'refused'].includes(stage.kind) || item !== null;
  const done = stage.kind === 'added';
  useEffect(() => {
    if (done || inline) setAsked(false);
  }, [done, inline]);
  const fill = useCallback(
    (onto: Promotion) => importer.fill({ promotion: onto.name, marketplace: onto.marketplace ?? '' }),
    [importer],
  );
  /** Closes it, and keeps a list in it that is to be seen to. */
  const hide = useCallback(() => setAsked(false), []);
  return {
    open: !inline && ((asked && !done) || busy),
    /** Opens it, with the promotion that is meant where one is. */
    ask(onto?: Promotion | undefined) {
      // What was told of the list before is read.
      if (done || stage.kind === 'withdrawn') importer.cancel();
      if (onto) fill(onto);
      setAsked(true);
    },
    fill,
    hide,
    close() {
      setAsked(false);
      importer.leaveWaiting();
      importer.cancel();
      if (location.hash.startsWith('#/inbox/')) location.replace('#/');
    },
  };
}
