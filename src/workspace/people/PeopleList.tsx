import { useCallback } from 'preact/hooks';
import type { PeopleDesk } from '../../actions/people/people-desk';
import { lineKey, type PeopleLine } from '../../actions/people/people-rows';
import type { Promotion } from '../../domain/promotion';
import { say } from '../../words/say';
import { AboutPerson } from './AboutPerson';
import { CodeLine } from './CodeLine';
import { PersonLine } from './PersonLine';
import { useCodes } from './use-codes';
import { useVirtualList } from './use-virtual-list';

interface PeopleListProps {
  people: PeopleDesk;
  lines: readonly PeopleLine[];
  open: ReadonlySet<string>;
  promotions: ReadonlyMap<string, Promotion>;
  busy: boolean;
}

/** Heights before a line was drawn. */
const heights = { row: 53, about: 46, code: 45 } as const;

/** The list; however long it is, only what is seen of it is on the page. */
export function PeopleList({ people, lines, open, promotions, busy }: PeopleListProps) {
  const codeAt = useCodes(people.readCodes);
  const keyAt = useCallback(
    (index: number) => {
      const line = lines[index];
      return line ? lineKey(line) : String(index);
    },
    [lines],
  );
  const { list, items, height, top, measure } = useVirtualList<HTMLUListElement>(
    lines.length,
    keyAt,
    (index) => heights[lines[index]?.kind ?? 'row'],
  );
  return (
    <ul
      ref={list}
      class="people-list"
      style={{ blockSize: `${height}px` }}
      aria-label={say('peopleTitle')}
      data-testid="people-list"
    >
      {items.map(({ key, index, start }) => {
        const line = lines[index];
        return (
          line && (
            <li
              key={key}
              ref={measure}
              class={`people-line people-${line.kind}`}
              style={{ transform: `translateY(${start - top}px)` }}
              aria-setsize={lines.length}
              aria-posinset={index + 1}
              data-index={index}
            >
              {line.kind === 'row' && (
                <PersonLine
                  row={line.row}
                  open={open.has(line.row.key)}
                  onOpen={(on) => people.unfold(line.row.key, on)}
                />
              )}
              {line.kind === 'about' && <AboutPerson people={people} row={line.row} busy={busy} />}
              {line.kind === 'code' && (
                <CodeLine
                  people={people}
                  line={line}
                  code={codeAt(line.holding.batch, line.at)}
                  promotion={promotions.get(line.holding.act.promotionId)}
                  busy={busy}
                />
              )}
            </li>
          )
        );
      })}
    </ul>
  );
}
