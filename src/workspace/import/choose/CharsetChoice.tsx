import type { CodeFile } from '../../../domain/codes/code-file';
import { withCodes } from '../../../domain/codes/codes-in-text';
import { type Charset, charsets } from '../../../files';
import { Field } from '../../../ui/parts/Field';
import { masked } from '../../../words/format';
import { say } from '../../../words/say';

interface CharsetChoiceProps {
  charset: NonNullable<CodeFile['charset']>;
  onChoose: (charset: Charset) => void;
}

/** A line of a file that does not tell its character set, as it was read, and the other ways of reading it. */
export function CharsetChoice({ charset, onChoose }: CharsetChoiceProps) {
  const { used, sample } = charset;
  return (
    <Field label={say('chooseCharset')} hint={say('chooseCharsetHint', { text: withCodes(sample, masked) })}>
      {(control) => (
        <select
          {...control}
          class="cc-input"
          value={used}
          data-testid="import-charset"
          onChange={(event) => {
            const wanted = charsets.find(([name]) => name === event.currentTarget.value);
            if (wanted) onChoose(wanted[0]);
          }}
        >
          {charsets.map(([name, words]) => (
            <option key={name} value={name}>
              {say(words)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
