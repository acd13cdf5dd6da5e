import { useState } from 'preact/hooks';
import { Field } from './Field';
import { useFocusEmpty } from './use-focus-empty';

interface MarkUsedFormProps {
  /** The code to start with; may be empty. */
  code: string;
  /** Asks for the order alone and leaves the code unshown. */
  codeHidden?: boolean;
  onMark: (code: string, orderId: string) => void;
  onCancel: () => void;
}

/** Tells the ledger that a code was used, and in which order. */
export function MarkUsedForm({ code: known, codeHidden = false, onMark, onCancel }: MarkUsedFormProps) {
  const [code, setCode] = useState(known);
  const [order, setOrder] = useState('');
  const [asked, setAsked] = useState(false);
  const form = useFocusEmpty();
  const codeFault = asked && !code.trim() ? 'Type or paste the code.' : undefined;
  const orderFault = asked && !order.trim() ? 'Type the order’s number, as Amazon shows it.' : undefined;
  return (
    <form
      ref={form}
      class="cc-panel"
      aria-label="Mark a code as used in an order"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (code.trim() && order.trim()) onMark(code.trim(), order.trim());
      }}
    >
      {!codeHidden && (
        <Field label="Code" fault={codeFault}>
          {(control) => (
            <input
              {...control}
              class="cc-input cc-mono"
              autoComplete="off"
              spellcheck={false}
              value={code}
              data-testid="mark-used-code"
              onInput={(event) => setCode(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <Field label="Order" fault={orderFault}>
        {(control) => (
          <input
            {...control}
            class="cc-input"
            autoComplete="off"
            placeholder="such as 111-2223334-5556667"
            value={order}
            data-testid="mark-used-order"
            onInput={(event) => setOrder(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="cc-row">
        <button type="submit" class="cc-button cc-primary" data-testid="mark-used-confirm">
          Mark as used
        </button>
        <button type="button" class="cc-button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
