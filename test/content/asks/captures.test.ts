import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Captures } from '../../../src/content/asks/captures';
import { captureGroup } from '../../../src/content/asks/download';
import type { PageReading } from '../../../src/page/read-page';
import type { CodeGroup } from '../../../src/page/readers/code-group';

vi.mock('../../../src/content/asks/download', () => ({ captureGroup: vi.fn() }));

interface Row {
  readonly name: string;
  readonly url: string | null;
  readonly el: object;
  readonly quantity?: number;
}

function page(...rows: Row[]): PageReading {
  const groups = rows.map(
    ({ name, url, quantity = 10 }, at): CodeGroup => ({
      name,
      quantity,
      status: 'Ready',
      ready: true,
      downloadUrl: url,
      target: at,
    }),
  );
  return { groups, inventory: { controls: rows.map(({ el }) => ({ el })) } } as unknown as PageReading;
}

const [first, second] = [{ id: 1 }, { id: 2 }];
const same = (name: string): [Row, Row] => [
  { name, url: 'https://a/1', el: first },
  { name, url: 'https://a/2', el: second },
];

let captures: Captures;
const done = (reading: PageReading) => captures.rows(reading).map(({ state }) => state?.done === true);
async function capture(at: number, reading: PageReading): Promise<void> {
  const row = captures.rows(reading)[at];
  if (row) await captures.capture(row.key, row.group, reading);
}

beforeEach(() => {
  captures = new Captures(() => {});
  vi.mocked(captureGroup).mockReset().mockResolvedValue({ done: true, message: 'Saved' });
});

describe('each row has a capture of its own', () => {
  it.each(['Spring', ''])('where two are called %j', async (name) => {
    const reading = page(...same(name));
    await capture(1, reading);
    expect(vi.mocked(captureGroup).mock.calls[0]?.[0].downloadUrl).toBe('https://a/2');
    expect(done(reading)).toEqual([false, true]);
    await capture(0, reading);
    expect(vi.mocked(captureGroup).mock.calls[1]?.[0].downloadUrl).toBe('https://a/1');
    expect(done(reading)).toEqual([true, true]);
  });

  it('while one is under way', async () => {
    let end = () => {};
    vi.mocked(captureGroup).mockReturnValue(
      new Promise((resolve) => {
        end = () => resolve({ done: true, message: '' });
      }),
    );
    const reading = page(...same('Spring'));
    const going = capture(0, reading);
    expect(captures.rows(reading).map(({ state }) => state?.busy === true)).toEqual([true, false]);
    end();
    await going;
    expect(captures.rows(reading).map(({ state }) => state?.busy === true)).toEqual([false, false]);
  });
});

describe('what became of a row follows it', () => {
  it('when the list is sorted, with its buttons or with the others’', async () => {
    const [one, two] = same('Spring');
    await capture(0, page(one, two));
    expect(done(page(two, one))).toEqual([false, true]);
    const swapped = [
      { ...two, el: first },
      { ...one, el: second },
    ];
    expect(done(page(...swapped))).toEqual([false, true]);
  });

  it('when the list is drawn anew, also after a moment without it', async () => {
    const [one, two] = same('Spring');
    await capture(1, page(one, two));
    const anew = () => page({ ...one, el: {} }, { ...two, el: {} });
    expect(done(anew())).toEqual([false, true]);
    expect(done(page())).toEqual([]);
    expect(done(anew())).toEqual([false, true]);
  });

  it('by its name where no other has it, whatever its link', async () => {
    await capture(0, page({ name: 'Spring', url: 'https://a/1?t=1', el: {} }));
    const [, other] = same('Summer');
    expect(done(page({ name: 'Spring', url: 'https://a/1?t=2', el: {} }, other))).toEqual([true, false]);
  });

  it('and to no other group of its name', async () => {
    const [one, two] = same('Spring');
    await capture(0, page(one, two));
    expect(done(page(two))).toEqual([false]);
    // Without links nothing tells the two apart once both are drawn anew.
    await capture(0, page({ ...one, url: null }, { ...two, url: null }));
    expect(done(page({ ...one, url: null, el: {} }, { ...two, url: null, el: {} }))).toEqual([false, false]);
  });

  it('not to another page', async () => {
    const reading = page(...same('Spring'));
    await capture(0, reading);
    captures.reset();
    expect(done(reading)).toEqual([false, false]);
  });
});
