import { Field } from './Field';

interface SearchFieldProps {
  /** What can be typed, as its placeholder and for screen readers. */
  label: string;
  value: string;
  testId: string;
  onInput: (text: string) => void;
}

/** Narrows the table below it. */
export function SearchField({ label, value, testId, onInput }: SearchFieldProps) {
  return (
    <Field label={label} labelHidden class="table-search">
      {(control) => (
        <input
          {...control}
          class="cc-input"
          type="search"
          autoComplete="off"
          spellcheck={false}
          placeholder={label}
          value={value}
          data-testid={testId}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
