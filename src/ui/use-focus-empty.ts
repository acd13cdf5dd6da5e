import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** For a form that opened on a click: puts the focus into its first empty field. */
export function useFocusEmpty(): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const fields = [...(form.current?.querySelectorAll('input') ?? [])];
    fields.find((field) => field.value === '')?.focus();
  }, []);
  return form;
}
