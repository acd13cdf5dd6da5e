import type { ImportForm, ImportStage } from '../../actions/import/import-state';
import type { Forward } from '../../actions/pool';
import { type CodeFile, type ToldColumns, toldFields } from '../../domain/codes/code-file';
import { nameKey } from '../../domain/text/name-key';
import { wholeNumber } from '../../domain/text/typed-number';
import type { Charset } from '../../files';
import { Notice } from '../../ui/parts/Notice';
import { Sentence } from '../../ui/parts/Sentence';
import { number, shortDay } from '../../words/format';
import { inWords } from '../../words/problem-words';
import { say, sayCount } from '../../words/say';
import { Columns } from '../parts/Columns';
import { CharsetChoice } from './choose/CharsetChoice';
import { LineLists } from './LineLists';

interface PreviewProps {
  stage: Extract<ImportStage, { kind: 'preview' }>;
  form: ImportForm;
  /** What the list tells of codes that are here. */
  forward: Forward;
  onFill: (patch: Partial<ImportForm>) => void;
  onCharset: (charset: Charset) => void;
  onColumns: (columns: ToldColumns) => void;
}

/** What is in the list, before anything is kept: every line read is counted in exactly one number. */
export function Preview({ stage, form, forward, onFill, onCharset, onColumns }: PreviewProps) {
  const { plan, told, remark } = stage;
  const { file } = plan;
  const asked = wholeNumber(form.quantity);
  const people = peopleWords(plan.file);
  const inLine = forward.left + (form.takeBack ? forward.cameBack.length : 0);
  const rest = [
    ['previewDouble', plan.duplicates.length],
    ['previewRejected', file.rejected.length],
    ['previewSuspect', file.suspects.length],
    ['previewBlank', file.blank],
    ['previewHeader', file.header],
  ] as const;
  return (
    <section
      class="preview"
      aria-label={say('previewLabel', { file: file.name })}
      data-testid="import-preview"
      data-added={plan.added}
      data-duplicate={plan.duplicates.length}
      data-rejected={file.rejected.length}
      data-blank={file.blank}
      data-header={file.header}
      data-suspect={file.suspects.length}
      data-forward={forward.further.length}
    >
      <h3 tabIndex={-1}>{file.name}</h3>
      <p class="preview-added">
        <Sentence of={sayCount('previewNew', plan.added, { number: '{number}' })} parts={bold(plan.added)} />
      </p>
      <ul
        class="preview-rest"
        aria-label={sayCount('previewOthers', file.lines, { others: file.lines - plan.added })}
      >
        {rest
          .filter(([, count]) => count > 0)
          .map(([word, count]) => (
            <li key={word}>
              <Sentence of={sayCount(word, count, { number: '{number}' })} parts={bold(count)} />
            </li>
          ))}
        <li>
          <Sentence
            of={sayCount('previewRead', file.lines, { number: '{number}' })}
            parts={bold(file.lines)}
          />
        </li>
      </ul>
      {forward.further.length > 0 && (
        <Notice tone="warning" text={sayCount('previewForward', forward.further.length)} />
      )}
      {forward.cameBack.length > 0 && (
        <label class="cc-check">
          <input
            type="checkbox"
            checked={form.takeBack}
            data-testid="import-take-back"
            onChange={(event) => onFill({ takeBack: event.currentTarget.checked })}
          />
          <span>{sayCount('previewCameBack', forward.cameBack.length)}</span>
        </label>
      )}
      {/* A history is a look back: nothing tells here what its own computer has given out since. */}
      {inLine > 0 && (
        <Notice tone="warning" text={sayCount('previewInLine', inLine)} testId="import-in-line" />
      )}
      {plan.differing > 0 && <Notice tone="warning" text={sayCount('previewDiffering', plan.differing)} />}
      {told.length > 1 && <Notice tone="warning" text={sayCount('previewHistoryOf', told.length)} />}
      {told.length > 1 && (
        <ul class="preview-told" data-testid="import-told">
          {told
            .filter((each) => each.count > 0)
            .map(({ name, marketplace, count }) => (
              <li key={`${name} ${marketplace}`}>
                <Sentence
                  of={sayCount('previewPromotion', count, {
                    promotion: '{promotion}',
                    store: marketplace ?? say('importStoreUnknown'),
                  })}
                  parts={{ promotion: <b>{name}</b> }}
                />
              </li>
            ))}
        </ul>
      )}
      {people && (
        <p class="preview-people" data-testid="import-people">
          {people}
        </p>
      )}
      {file.table && (
        <details class="preview-columns" open={people !== null} data-testid="import-columns">
          <summary>{say('previewColumns')}</summary>
          <Columns {...file.table} fields={toldFields} testId="import-column" onChange={onColumns} />
        </details>
      )}
      {file.charset && <CharsetChoice charset={file.charset} onChoose={onCharset} />}
      {remark && <Notice tone="warning" text={remark} />}
      {asked !== null && asked !== file.codes.length && (
        <Notice tone="warning" text={sayCount('previewAsked', asked, { here: file.codes.length })} />
      )}
      {plan.lookAlikes > 0 && <Notice tone="warning" text={sayCount('previewLookAlike', plan.lookAlikes)} />}
      {file.remarks.map(inWords).map((each) => (
        <Notice key={each} tone="warning" text={each} />
      ))}
      <LineLists plan={plan} />
    </section>
  );
}

/** Whom a list says that its codes went to: “63 left, 37 out to 37 people, oldest Oct 3”. */
function peopleWords({ people, toldStates, codes }: CodeFile): string | null {
  if (!people) return null;
  const out = codes.flatMap((_, i) =>
    (toldStates ? toldStates[i] !== 'left' : people[i]) ? [people[i]] : [],
  );
  const met = new Set(out.flatMap((each) => (each && each.to !== '' ? [nameKey(each.to)] : [])));
  if (met.size === 0) return null;
  const [oldest] = out.flatMap((each) => each?.at || []).sort();
  const of = {
    left: number(codes.length - out.length),
    out: number(out.length),
    people: sayCount('listPeople', met.size),
  };
  return oldest
    ? say('previewPeopleSince', { ...of, day: shortDay(Date.parse(oldest), undefined, Date.now()) })
    : say('previewPeople', of);
}

function bold(count: number) {
  return { number: <b>{number(count)}</b> };
}
