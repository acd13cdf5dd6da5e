import { options, render } from 'preact';
import { activeIn, boxOf, parentOf, topOf } from '../../../page/dom/dom';
import type { PageReading } from '../../../page/read-page';
import type { OverlayActions, OverlayModel } from '../../model/overlay-model';
import { Overlay } from '../Overlay';
import { placeBesideRows } from './beside-rows';
import { eachFrame } from './each-frame';
import { drawKeepingFocus } from './focus';
import { hearKeys } from './gate';
import { createHost, type OverlayHost } from './host';

/** A page that repaints without end costs no more than this. */
const redrawAfter = 100;
const tallestField = 150;
const seen = { opacityProperty: true, visibilityProperty: true } as const;

/** What is to be shown now; null where nothing is. */
interface Shown {
  readonly reading: PageReading;
  readonly model: OverlayModel;
}

/** The overlay on the page: drawn from what is known, drawn anew where the page changed it. */
export class Screen {
  #host: OverlayHost | null = null;
  #drawn: Shown | null = null;
  /** What of the page had the focus last: a press in the panel must not make it move away. */
  #focused: HTMLElement | null = null;
  readonly #shown: () => Shown | null;
  readonly #actions: () => OverlayActions;
  readonly #settleSoon: () => void;

  constructor(shown: () => Shown | null, actions: () => OverlayActions, signal: AbortSignal) {
    this.#shown = shown;
    this.#actions = actions;
    this.#settleSoon = eachFrame(() => this.#settle(), signal);
    hearKeys(signal);
    signal.addEventListener('abort', () => this.takeDown());
    // What a part of the panel draws by itself is a change of ours too.
    options.debounceRendering = (work) =>
      queueMicrotask(() => (this.#host ? this.#host.change(() => void work()) : void work()));
  }

  get host(): OverlayHost | null {
    return this.#host;
  }

  /** Whether the seller can see the dialog. */
  get isAsking(): boolean {
    return this.#host?.root.querySelector('dialog[open]')?.checkVisibility(seen) === true;
  }

  draw(): void {
    const shown = this.#shown();
    if (this.#host && (!shown || !this.#host.keepAttached())) this.takeDown();
    if (!shown) return;
    const isNew = this.#host === null;
    this.#host ??= createHost(() => this.#redrawSoon());
    this.#drawn = shown;
    const { root, change } = this.#host;
    const panel = <Overlay model={shown.model} actions={this.#actions()} />;
    try {
      change(() => {
        drawKeepingFocus(root, () => render(panel, root));
        // A page may have closed it.
        root.querySelector<HTMLDialogElement>('dialog:not([open])')?.showModal();
      });
    } catch (error) {
      // A page that pulled our nodes about: they are made anew.
      console.warn('Claimcheck could not draw:', error);
      this.#redrawSoon();
      return;
    }
    // Seen for the first time, it stands where it will stay: nobody should aim at what moves away.
    if (isNew) this.#settle();
    else this.#settleSoon();
  }

  takeDown(): void {
    if (!this.#host) return;
    const { root, remove } = this.#host;
    remove();
    this.#host = null;
    render(null, root);
  }

  /** A page changed what we drew: all of it is drawn anew, from what was read. */
  #redrawSoon(): void {
    setTimeout(() => {
      this.takeDown();
      this.draw();
    }, redrawAfter);
  }

  /** After drawing, scrolling or resizing: everything of ours back in its place. */
  #settle(): void {
    const host = this.#host;
    if (!host || !this.#drawn) return;
    const { reading, model } = this.#drawn;
    host.change(() => {
      const at = activeIn(document);
      // Neither the page itself nor our own element, and nothing as tall as a whole part of the page.
      if (at instanceof HTMLElement && parentOf(at) !== topOf(document)) this.#focused = at;
      const field = this.#focused;
      const stands = field && boxOf(field).height < tallestField ? [field] : [];
      host.keepClearOf([...reading.buttons, ...stands]);
      const downloads = model.rows.flatMap(({ key, group }) => {
        const el = reading.inventory.controls[group.target ?? -1]?.el;
        return el ? [[key, el] as const] : [];
      });
      placeBesideRows(host.root, new Map(downloads));
    });
  }
}
