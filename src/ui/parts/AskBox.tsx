import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface AskBoxProps {
  /** The question itself, and what stands beside it. */
  legend: ComponentChildren;
  testId: string;
  /** What has the focus first, as a selector; without it, the question itself. */
  first?: string;
  onCancel: () => void;
  children: ComponentChildren;
}

/** Asks, in the place where it was pressed, before something is done. Escape leaves it. */
export function AskBox({ legend, testId, first, onCancel, children }: AskBoxProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    const at = first ? box.current?.querySelector<HTMLElement>(first) : box.current;
    at?.focus();
  }, []);
  return (
    <fieldset
      ref={box}
      class="cc-notice cc-notice-warning cc-ask cc-take-back"
      tabIndex={-1}
      data-testid={testId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onCancel();
      }}
    >
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}
