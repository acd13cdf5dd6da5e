import type { ToldField } from '../../domain/codes/code-file';
import { withCodes } from '../../domain/codes/codes-in-text';
import { masked } from '../../words/format';
import { say } from '../../words/say';
import type { SentenceKey } from '../../words/sentences';

interface ColumnsProps<Field extends ToldField> {
  header: readonly string[] | null;
  rows: readonly (readonly string[])[];
  /** What a column can be, and which is what by its place. */
  fields: readonly Field[];
  columns: Readonly<Record<Field, number | null>>;
  /** A column that holds the codes and can be nothing else. */
  codes?: number | null;
  /** Before the number of each choice's `data-testid`. */
  testId: string;
  onChange: (columns: Readonly<Record<Field, number | null>>) => void;
}

/** Rows shown of a list: enough to see what is in which column. */
const shownRows = 4;
/** Columns shown: an export may have hundreds. */
const shownColumns = 40;
const longestCell = 60;

const names = {
  person: 'listFieldPerson',
  surname: 'listFieldSurname',
  handle: 'listFieldHandle',
  channel: 'listFieldChannel',
  note: 'listFieldNote',
  order: 'listFieldOrder',
  date: 'listFieldDate',
} as const satisfies Record<ToldField, SentenceKey>;

/** The first rows of a list, with what each column is taken for: one choice changes it. */
export function Columns<Field extends ToldField>(props: ColumnsProps<Field>) {
  const { header, fields, columns, codes = null, testId, onChange } = props;
  const rows = props.rows.slice(0, shownRows);
  const width = Math.min(Math.max(0, header?.length ?? 0, ...rows.map((row) => row.length)), shownColumns);
  if (width === 0) return null;
  const places = Array.from({ length: width }, (_, at) => at);
  const fieldAt = (at: number) => fields.find((field) => columns[field] === at) ?? '';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key
    <section class="list-table" tabIndex={0} aria-label={say('listColumns')}>
      <table>
        <thead>
          <tr>
            {places.map((at) => (
              <th key={at} scope="col">
                {at === codes ? (
                  <span class="list-codes">{say('listFieldCode')}</span>
                ) : (
                  <select
                    class={`cc-input ${fieldAt(at) ? 'list-used' : ''}`}
                    aria-label={say('listColumnIs', { column: header?.[at]?.trim() || String(at + 1) })}
                    value={fieldAt(at)}
                    data-testid={`${testId}-${at + 1}`}
                    onChange={(event) => onChange(changed(fields, columns, at, event.currentTarget.value))}
                  >
                    <option value="">{say('listFieldNone')}</option>
                    {fields.map((field) => (
                      <option key={field} value={field}>
                        {say(names[field as ToldField])}
                      </option>
                    ))}
                  </select>
                )}
                {header && <span class="list-header">{shown(header[at] ?? '')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {places.map((at) => (
                <td key={at} class={fieldAt(at) || at === codes ? '' : 'list-unused'}>
                  {shown(row[at] ?? '')}
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
function changed<Field extends string>(
  fields: readonly Field[],
  columns: Readonly<Record<Field, number | null>>,
  at: number,
  chosen: string,
): Readonly<Record<Field, number | null>> {
  const next: Record<Field, number | null> = { ...columns };
  for (const field of fields) if (next[field] === at) next[field] = null;
  const field = fields.find((each) => each === chosen);
  if (field) next[field] = at;
  return next;
}

/** A cell, shortened, and every whole code in it, too: a page shows codes only when they are given out. */
function shown(cell: string): string {
  const safe = withCodes(cell, masked);
  return safe.length > longestCell ? `${safe.slice(0, longestCell)}…` : safe;
}
