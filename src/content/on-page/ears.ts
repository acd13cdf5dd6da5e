interface Ear {
  readonly type: string;
  readonly heard: (event: never) => void;
  readonly options: AddEventListenerOptions;
}

const ears = new Set<Ear>();

/**
 * Hears an event before the page does: on the window, from the page's start. `passive: false` for those who
 * may keep it from the page.
 */
export function listen<K extends keyof WindowEventMap>(
  types: readonly K[],
  heard: (event: WindowEventMap[K]) => void,
  signal: AbortSignal,
  { passive = true }: { readonly passive?: boolean } = {},
): void {
  const mine = types.map((type): Ear => ({ type, heard, options: { capture: true, passive } }));
  for (const ear of mine) {
    ears.add(ear);
    hear(ear);
  }
  signal.addEventListener('abort', () => {
    for (const ear of mine) {
      ears.delete(ear);
      window.removeEventListener(ear.type, heard as EventListener, ear.options);
    }
  });
}

/** A page's `document.open()` takes every listener off its window; what still listens is not added twice. */
export function listenAgain(): void {
  for (const ear of ears) hear(ear);
}

function hear({ type, heard, options }: Ear): void {
  window.addEventListener(type, heard as (event: Event) => void, options);
}
