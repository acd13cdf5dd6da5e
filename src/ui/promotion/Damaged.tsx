import { say } from '../../words/say';
import { Notice } from '../parts/Notice';
import { Sentence } from '../parts/Sentence';

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
          <h2>{say('damagedTitle', { name })}</h2>
          <p>{say('damagedText', { fault })}</p>
          <ol>
            <li>
              <button
                type="button"
                class="cc-button cc-small"
                data-testid="export-readable"
                onClick={() => onExport(id)}
              >
                {say('damagedExport')}
              </button>
            </li>
            <li>
              <Sentence of={say('damagedLoad', { link: '{link}' })} parts={{ link: <LoadLastCopy /> }} />
            </li>
          </ol>
          {notice?.promotionId === id && <Notice tone={notice.tone} text={notice.text} />}
        </section>
      ))}
    </>
  );
}

/** The way to where a saved copy is loaded. */
export function LoadLastCopy() {
  return <a href="../workspace/index.html#/settings/backup">{say('loadLastCopy')}</a>;
}
