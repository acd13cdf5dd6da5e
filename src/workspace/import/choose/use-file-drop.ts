import { useLayoutEffect, useState } from 'preact/hooks';
import { type Dropped, droppedFiles } from './dropped-files';

/** Who takes what is dropped, the first that is there: a sheet over the page, a part of it that waits for a list, the page. */
const ranks = ['sheet', 'part', 'page'] as const;
type Rank = (typeof ranks)[number];

/** Everything on this page that takes files now. */
const takers = new Set<{ readonly rank: Rank }>();

/**
 * Takes files, and folders of them, dropped anywhere on the page, unless something of a higher rank does. True while
 * some are held over it. Without a rank it takes none.
 */
export function useFileDrop(onDrop: (dropped: Dropped) => void, rank: Rank | null = 'page'): boolean {
  const [over, setOver] = useState(false);
  // Before the part is drawn: what is dropped as soon as it can be seen is meant for it.
  useLayoutEffect(() => {
    if (rank === null) return;
    const taker = { rank };
    takers.add(taker);
    const isTaker = () => [...takers].every((each) => ranks.indexOf(each.rank) >= ranks.indexOf(rank));
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const drag = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      // Without this the browser would open the file in place of this page.
      event.preventDefault();
      if (isTaker()) setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      if (isTaker()) void droppedFiles(event.dataTransfer).then(onDrop);
    };
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      takers.delete(taker);
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [onDrop, rank]);
  return over;
}
