import { useLayoutEffect, useState } from 'preact/hooks';
import { sentenceOf } from '../../words/problem-words';

/**
 * What `read` gives, read again whenever `onChange` (always the same function) calls back or the page is looked
 * at. `key` names what is read: another key starts from nothing. Nothing is read before it is `due`.
 */
export function useRead<Value>(
  onChange: (listener: () => void) => () => void,
  key: string,
  read: () => Promise<Value>,
  due = true,
): { value: Value | null; problem: string | null } {
  const [answer, setAnswer] = useState<{ key: string; value: Value | null; problem: string | null }>({
    key,
    value: null,
    problem: null,
  });
  // At once, not after the next frame: what is read is what the page is for.
  useLayoutEffect(() => {
    if (!due) return;
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
    const stop = onChange(again);
    const focused = () => void again();
    window.addEventListener('focus', focused);
    return () => {
      latest = -1;
      stop();
      window.removeEventListener('focus', focused);
    };
  }, [onChange, key, due]);
  return answer.key === key ? answer : { value: null, problem: null };
}
