import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  /** Shows the label to screen readers only; the control then has to explain itself. */
  labelHidden?: boolean;
  class?: string;
  /** Gets what the control must carry, so that label, hint and fault belong to it. */
  children: (control: {
    id: string;
    'aria-describedby'?: string;
    'aria-invalid'?: 'true';
  }) => ComponentChildren;
}

/** A labelled control with its hint and what is wrong with it. */
export function Field({
  label,
  hint,
  fault,
  labelHidden = false,
  class: className = '',
  children,
}: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  const control = {
    id,
    ...(described ? { 'aria-describedby': described } : {}),
    ...(fault ? { 'aria-invalid': 'true' as const } : {}),
  };
  return (
    <div class={`cc-field ${className}`}>
      <label for={id} class={labelHidden ? 'cc-unseen' : 'cc-label'}>
        {label}
      </label>
      {children(control)}
      {hint && (
        <p class="cc-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="cc-fault" id={`${id}-fault`} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
