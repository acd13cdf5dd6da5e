import { number, shortTime } from '../../words/format';

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
      <h2 id="inbox-title">Captured on Amazon, not added yet</h2>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <div>
              <b>{item.group || item.name}</b>
              <p class="cc-hint">
                {item.quantity === null ? '' : `${number(item.quantity)} asked for · `}
                {item.bytes === null ? 'its file is still to be chosen · ' : ''}
                {shortTime(item.at)}
              </p>
            </div>
            <button type="button" class="cc-button cc-small" onClick={() => onOpen(item.id)}>
              {item.bytes === null ? 'Choose file' : 'Look and add'}
            </button>
            <button
              type="button"
              class="cc-button cc-small cc-quiet"
              aria-label={`Remove ${item.group || item.name}`}
              onClick={() => onRemove(item.id)}
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
