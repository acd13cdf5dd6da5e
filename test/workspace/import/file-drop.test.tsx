// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import type { Dropped } from '../../../src/workspace/import/choose/dropped-files';
import { useFileDrop } from '../../../src/workspace/import/choose/use-file-drop';
import { eventually } from '../../eventually';

const took: string[] = [];
const takers = {
  page: ({ files }: Dropped) => void took.push(`page ${files.length}`),
  part: ({ files }: Dropped) => void took.push(`part ${files.length}`),
};

afterEach(() => {
  render(null, document.body);
  took.splice(0);
});

function Part({ waits }: { waits: boolean }) {
  return <i>{String(useFileDrop(takers.part, waits ? 'part' : null))}</i>;
}

function Page({ part, waits = true, sheet = false }: { part: boolean; waits?: boolean; sheet?: boolean }) {
  const over = useFileDrop(takers.page, sheet ? 'sheet' : 'page');
  return (
    <>
      <b>{String(over)}</b>
      {part && <Part waits={waits} />}
    </>
  );
}

function drag(type: string) {
  const event = new Event(type, { cancelable: true });
  const files = [new File(['x'], 'people.csv')];
  Object.assign(event, { dataTransfer: { types: ['Files'], items: [], files } });
  return act(() => void window.dispatchEvent(event));
}

it.each([
  ['the page, where nothing else waits for it', { part: false }, 'page 1', 'true'],
  ['a part of the page that waits for a list, and not the page too', { part: true }, 'part 1', 'falsetrue'],
  ['the page again, once that part has its list', { part: true, waits: false }, 'page 1', 'truefalse'],
  ['the sheet over both', { part: true, sheet: true }, 'page 1', 'truefalse'],
])('a file dropped goes to %s', async (_, given, taker, over) => {
  await act(() => render(<Page {...given} />, document.body));
  await drag('dragover');
  expect(document.body.textContent).toBe(over);
  await drag('drop');
  await eventually(() => expect(took).toEqual([taker]));
  expect(document.body.textContent).not.toContain('true');
});
