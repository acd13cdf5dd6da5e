import { Field } from '../ui/Field';

interface SecretFieldProps {
  label: string;
  hint: string;
  value: string;
  testId: string;
  onInput: (text: string) => void;
}

/** A passphrase; the browser is not to remember it with the page. */
export function SecretField({ label, hint, value, testId, onInput }: SecretFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <input
          {...control}
          class="cc-input"
          type="password"
          autoComplete="new-password"
          maxLength={200}
          value={value}
          data-testid={testId}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
