import { withCodes } from '../../domain/codes/codes-in-text';
import { type ColumnGuess, type ListField, listFields, type PeopleList } from '../../files';
import { masked } from '../../words/format';
import { say } from '../../words/say';

interface ColumnsProps {
  list: PeopleList;
  columns: ColumnGuess;
  onChange: (columns: ColumnGuess) => void;
}

/** Rows shown of a list: enough to see what is in which column. */
const shownRows = 4;
/** Columns shown: an export may have hundreds. */
const shownColumns = 40;
const longestCell = 60;

const names = {
  person: 'listFieldPerson',
  handle: 'listFieldHandle',
  channel: 'listFieldChannel',
  note: 'listFieldNote',
} as const;

/** The first rows of a list, with what each column is taken for: one choice changes it. */
export function Columns({ list, columns, onChange }: ColumnsProps) {
  const width = Math.min(list.width, shownColumns);
  if (width === 0) return null;
  const places = Array.from({ length: width }, (_, at) => at);
  const fieldAt = (at: number) => listFields.find((field) => columns[field] === at) ?? '';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key
    <section class="list-table" tabIndex={0} aria-label={say('listColumns')}>
      <table>
        <thead>
          <tr>
            {places.map((at) => (
              <th key={at} scope="col">
                <select
                  class={`cc-input ${fieldAt(at) ? 'list-used' : ''}`}
                  aria-label={say('listColumnIs', { column: list.header?.[at]?.trim() || String(at + 1) })}
                  value={fieldAt(at)}
                  data-testid={`give-list-column-${at + 1}`}
                  onChange={(event) => onChange(changed(columns, at, event.currentTarget.value))}
                >
                  <option value="">{say('listFieldNone')}</option>
                  {listFields.map((field) => (
                    <option key={field} value={field}>
                      {say(names[field])}
                    </option>
                  ))}
                </select>
                {list.header && <span class="list-header">{shown(list.header[at] ?? '')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.rows.slice(0, shownRows).map((row) => (
            <tr key={row.line}>
              {places.map((at) => (
                <td key={at} class={fieldAt(at) ? '' : 'list-unused'}>
                  {shown(row.cells[at] ?? '')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The columns once this one is something else; what another column was before, it is no more. */
function changed(columns: ColumnGuess, at: number, chosen: string): ColumnGuess {
  const next: Record<ListField, number | null> = { ...columns };
  for (const field of listFields) if (next[field] === at) next[field] = null;
  const field = listFields.find((each) => each === chosen);
  if (field) next[field] = at;
  return next;
}

/** A cell, shortened, and every whole code in it, too: a page shows codes only when they are given out. */
function shown(cell: string): string {
  const safe = withCodes(cell, masked);
  return safe.length > longestCell ? `${safe.slice(0, longestCell)}…` : safe;
}
