import { useState } from 'preact/hooks';
import { say } from '../../words/say';
import { TextField } from '../parts/TextField';
import { useFocusEmpty } from '../parts/use-focus-empty';

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
  const codeFault = asked && !code.trim() ? say('markUsedNoCode') : undefined;
  const orderFault = asked && !order.trim() ? say('markUsedNoOrder') : undefined;
  return (
    <form
      ref={form}
      class="cc-panel"
      aria-label={say('markUsedForm')}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (code.trim() && order.trim()) onMark(code.trim(), order.trim());
      }}
    >
      {!codeHidden && (
        <TextField
          label={say('markUsedCode')}
          fault={codeFault}
          inputClass="cc-mono"
          value={code}
          testId="mark-used-code"
          onInput={setCode}
        />
      )}
      <TextField
        label={say('markUsedOrder')}
        fault={orderFault}
        placeholder={say('markUsedExample')}
        value={order}
        testId="mark-used-order"
        onInput={setOrder}
      />
      <div class="cc-row">
        <button type="submit" class="cc-button cc-primary" data-testid="mark-used-confirm">
          {say('markUsed')}
        </button>
        <button type="button" class="cc-button" onClick={onCancel}>
          {say('formCancel')}
        </button>
      </div>
    </form>
  );
}
