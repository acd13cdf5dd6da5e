import { shortTime } from '../../words/format';
import { say, sayCount } from '../../words/say';

interface Waiting {
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array | null;
  readonly group: string;
  readonly quantity: number | null;
  readonly at: string;
}

interface InboxListProps {
  items: readonly Waiting[];
  onOpen: (id: string) => void;
  onRemove: (id: string) => void;
}

/** Files captured on Amazon's pages that were not added yet. */
export function InboxList({ items, onOpen, onRemove }: InboxListProps) {
  if (items.length === 0) return null;
  return (
    <section class="inbox" aria-labelledby="inbox-title">
      <h2 id="inbox-title">{say('inboxTitle')}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <div>
              <b>{item.group || item.name}</b>
              <p class="cc-hint">
                {[
                  item.quantity !== null && sayCount('inboxAsked', item.quantity),
                  item.bytes === null && say('inboxFileless'),
                  shortTime(item.at),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <button type="button" class="cc-button cc-small" onClick={() => onOpen(item.id)}>
              {say(item.bytes === null ? 'inboxChoose' : 'inboxLook')}
            </button>
            <button
              type="button"
              class="cc-button cc-small cc-quiet"
              aria-label={say('inboxRemoveWhat', { name: item.group || item.name })}
              onClick={() => onRemove(item.id)}
            >
              {say('inboxRemove')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
