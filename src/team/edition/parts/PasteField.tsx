import { Field } from '../../../ui/parts/Field';

interface PasteFieldProps {
  label: string;
  hint?: string;
  fault?: string | undefined;
  value: string;
  testId: string;
  rows?: number;
  onInput: (text: string) => void;
}

/** Where a long text that somebody sent is pasted, with whatever stands around it. */
export function PasteField({ label, hint, fault, value, testId, rows = 4, onInput }: PasteFieldProps) {
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(control) => (
        <textarea
          {...control}
          class="cc-input cc-mono"
          rows={rows}
          autoComplete="off"
          spellcheck={false}
          value={value}
          data-testid={testId}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
