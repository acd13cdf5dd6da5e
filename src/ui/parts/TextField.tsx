import { Field } from './Field';

export interface TextFieldProps {
  label: string;
  value: string;
  onInput: (text: string) => void;
  testId: string;
  hint?: string | undefined;
  fault?: string | undefined;
  class?: string;
  /** More classes for the control itself. */
  inputClass?: string;
  placeholder?: string;
  /** Longest text, in characters. */
  longest?: number;
  /** What is typed is a number: `numeric` for whole ones. */
  digits?: 'numeric' | 'decimal';
  type?: 'text' | 'password';
  /** Id of a `datalist` with suggestions. */
  suggestions?: string | undefined;
}

/** One line of text to be typed, with its label, its hint and what is wrong with it. */
export function TextField({
  label,
  value,
  onInput,
  testId,
  hint,
  fault,
  class: className = '',
  inputClass = '',
  placeholder,
  longest = 200,
  digits,
  type = 'text',
  suggestions,
}: TextFieldProps) {
  // One element for all of them, where the types want one for each kind.
  const kind = { type } as { type: 'text' };
  return (
    <Field label={label} hint={hint} fault={fault} class={className}>
      {(control) => (
        <input
          {...control}
          class={`cc-input ${inputClass}`.trim()}
          {...kind}
          inputMode={digits}
          maxLength={longest}
          // What is typed here is for this list alone, not for the browser to remember.
          autoComplete={type === 'password' ? 'new-password' : 'off'}
          spellcheck={inputClass.includes('cc-mono') ? false : undefined}
          placeholder={placeholder}
          list={suggestions}
          value={value}
          data-testid={testId}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
