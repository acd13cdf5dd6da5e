import { listen } from './ears';

const narrowBelow = 900;

/** Whether the window has no room for the panel beside Amazon's form. */
export function isNarrow(): boolean {
  return innerWidth < narrowBelow;
}

/** Calls back whenever the window becomes narrow, or wide again. */
export function onNarrow(changed: () => void, signal: AbortSignal): void {
  let before = isNarrow();
  const look = () => {
    if (isNarrow() === before) return;
    before = !before;
    changed();
  };
  listen(['resize'], look, signal);
}
