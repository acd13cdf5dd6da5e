import { TextField } from '../ui/TextField';

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
    <TextField label={label} hint={hint} type="password" value={value} testId={testId} onInput={onInput} />
  );
}
