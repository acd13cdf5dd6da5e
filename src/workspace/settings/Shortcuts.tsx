import { useEffect, useState } from 'preact/hooks';
import { openShortcutPage, type Shortcut, type ShortcutFor, shortcuts } from '../../platform/shortcuts';
import { say } from '../../words/say';
import type { SentenceKey } from '../../words/sentences';

const names = { popup: 'commandPopup', panel: 'commandPanel' } as const satisfies Record<
  ShortcutFor,
  SentenceKey
>;

/** The keyboard shortcuts with the keys they have now. Only the browser itself can change them. */
export function Shortcuts() {
  const [list, setList] = useState<readonly Shortcut[]>([]);
  const [address, setAddress] = useState('');
  useEffect(() => {
    const read = () =>
      void shortcuts().then(setList, (error: unknown) =>
        console.warn('Which shortcuts there are is not known:', error),
      );
    read();
    // Who has changed them in the browser comes back to this tab.
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, []);
  if (list.length === 0) return null;
  const change = async () => {
    const page = await openShortcutPage();
    setAddress(page.opened ? '' : page.address);
  };
  return (
    <section class="shortcuts cc-whole" aria-labelledby="shortcuts-title" data-testid="shortcuts">
      <h2 id="shortcuts-title">{say('settingsKeys')}</h2>
      <dl>
        {list.map(({ what, keys }) => (
          <div key={what} data-shortcut={what}>
            <dt>{say(names[what])}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : <span class="cc-hint">{say('settingsKeysNone')}</span>}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="cc-button cc-small" onClick={() => void change()}>
        {say('settingsKeysChange')}
      </button>
      {address && (
        <p class="cc-hint" role="status">
          {say('settingsKeysWhere', { where: address })}
        </p>
      )}
    </section>
  );
}
