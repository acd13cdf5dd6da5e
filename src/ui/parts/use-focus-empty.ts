import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** For a form that opened on a click: puts the focus into its first empty field. */
export function useFocusEmpty(): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  // At once: a moment later the first letters typed would have gone to another field.
  useLayoutEffect(() => {
    const fields = [...(form.current?.querySelectorAll('input') ?? [])];
    fields.find((field) => field.value === '')?.focus();
  }, []);
  return form;
}
