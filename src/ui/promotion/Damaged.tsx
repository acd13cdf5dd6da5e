import { Notice } from '../parts/Notice';

/** A part of what is kept that can't be read: what it is called, and what is wrong with it. */
export interface DamagedPart {
  readonly id: string;
  readonly name: string;
  readonly fault: string;
}

interface DamagedProps {
  items: readonly DamagedPart[];
  /** What came of the last export. */
  notice: { readonly promotionId: string; readonly tone: 'done' | 'problem'; readonly text: string } | null;
  onExport: (promotionId: string) => void;
}

/** Promotions of which not all can be read: what is wrong, and what is safe to do. The others go on as ever. */
export function Damaged({ items, notice, onExport }: DamagedProps) {
  return (
    <>
      {items.map(({ id, name, fault }) => (
        <section
          key={id}
          class="cc-notice cc-notice-problem cc-lost"
          role="alert"
          data-testid="damaged"
          data-damaged={name}
        >
          <h2>“{name}” is damaged</h2>
          <p>
            Of what is kept of it, {fault}. None of its codes can be given out; nothing was deleted. Other
            promotions are not affected.
          </p>
          <ol>
            <li>
              <button
                type="button"
                class="cc-button cc-small"
                data-testid="export-readable"
                onClick={() => onExport(id)}
              >
                Export what can be read
              </button>
            </li>
            <li>
              <a href="../workspace/index.html#/settings">Load the copy you saved last</a>: it mends what it
              holds.
            </li>
          </ol>
          {notice?.promotionId === id && <Notice tone={notice.tone} text={notice.text} />}
        </section>
      ))}
    </>
  );
}
