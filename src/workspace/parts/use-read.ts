import { useEffect, useState } from 'preact/hooks';
import { sentenceOf } from '../../actions/words';
import { onLedgerChange } from '../../ledger';

/**
 * What `read` gives, read again at each change of the ledger and whenever the page is looked at.
 * `key` names what is read: another key starts from nothing.
 */
export function useRead<Value>(
  key: string,
  read: () => Promise<Value>,
): { value: Value | null; problem: string | null } {
  const [answer, setAnswer] = useState<{ key: string; value: Value | null; problem: string | null }>({
    key,
    value: null,
    problem: null,
  });
  useEffect(() => {
    let latest = 0;
    const again = async () => {
      latest += 1;
      const mine = latest;
      const next = await read().then(
        (value) => ({ key, value, problem: null }),
        (error) => ({ key, value: null, problem: sentenceOf(error) }),
      );
      if (mine === latest) setAnswer(next);
    };
    void again();
    const stop = onLedgerChange(again);
    const focused = () => void again();
    window.addEventListener('focus', focused);
    return () => {
      latest = -1;
      stop();
      window.removeEventListener('focus', focused);
    };
  }, [key]);
  return answer.key === key ? answer : { value: null, problem: null };
}
