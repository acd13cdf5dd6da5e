import { useState } from 'preact/hooks';
import { wholeNumber } from '../../domain/text/typed-number';
import { Field } from '../../ui/parts/Field';
import { useKept } from './use-kept';

interface NumberSettingProps {
  name: string;
  label: string;
  hint: string;
  least: number;
  most: number;
  value: number;
  /** Empty is 0, and 0 is shown empty. */
  optional?: boolean;
  /** What to do where what was typed is no such number. */
  fault: string;
  onSave: (value: number) => void;
}

/** A whole number that is kept as soon as its field is left, if it may be. */
export function NumberSetting({ name, label, hint, least, most, value, ...rest }: NumberSettingProps) {
  const { optional = false, fault, onSave } = rest;
  const [wrong, setWrong] = useState(false);
  const field = useKept(optional && value === 0 ? '' : String(value));
  return (
    <Field label={label} hint={hint} fault={wrong ? fault : undefined}>
      {(control) => (
        <input
          {...control}
          class="cc-input cc-number"
          inputMode="numeric"
          autoComplete="off"
          ref={field}
          data-testid={`setting-${name}`}
          onChange={(event) => {
            const text = event.currentTarget.value;
            const typed = optional && text.trim() === '' ? 0 : wholeNumber(text);
            const good = typed !== null && typed >= least && typed <= most;
            setWrong(!good);
            if (good) onSave(typed);
          }}
        />
      )}
    </Field>
  );
}
