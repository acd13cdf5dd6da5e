import { boxOf, closest, elementsAt, hasAttr, holds, nodesOf, parentOf } from '../../../page/dom/dom';

const gap = 12;

/**
 * Moves each capture button out of the panel to the place beside its row's Download, where the eye looks for
 * it. The button stays in our own shadow root; where something of the page is in the way it stays in the panel.
 */
export function placeBesideRows(root: ShadowRoot, downloads: ReadonlyMap<number, HTMLElement>): void {
  for (const button of root.querySelectorAll<HTMLElement>('[data-capture]')) {
    const download = downloads.get(Number(button.dataset.row));
    const spot = download && freeSpot(download, button);
    button.toggleAttribute('data-beside', Boolean(spot));
    button.style.left = spot ? `${Math.round(spot.left)}px` : '';
    button.style.top = spot ? `${Math.round(spot.top)}px` : '';
  }
}

function freeSpot(download: HTMLElement, button: HTMLElement): { left: number; top: number } | null {
  const link = boxOf(download);
  const { offsetWidth: width, offsetHeight: height } = button;
  const left = link.right + gap;
  const top = link.top + (link.height - height) / 2;
  if (link.width === 0 || width === 0 || top < 0 || top + height > innerHeight || left + width > innerWidth)
    return null;
  const row = closest(download, 'tr, [role=row]') ?? parentOf(download);
  for (const x of [left, left + width / 2, left + width]) {
    const under = elementsAt(x, link.top + link.height / 2).find(
      (el) => !hasAttr(el, 'data-claimcheck-overlay'),
    );
    // Only an empty part of the same row will do.
    if (
      !under ||
      !row ||
      !holds(row, under) ||
      closest(under, 'a, button, input, select') ||
      hasOwnText(under, download)
    )
      return null;
  }
  return { left, top };
}

function hasOwnText(el: Element, download: HTMLElement): boolean {
  return (
    [...nodesOf(el)].some((node) => node instanceof Text && node.data.trim() !== '') && !holds(el, download)
  );
}
