import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formPage, layouts } from '../forms';
import { type Reader, startReader } from '../reader';

let reader: Reader;
/** Every member that a form and a document have, in this browser. */
let members: { form: string[]; page: string[] };

beforeAll(async () => {
  reader = await startReader();
  members = await reader.page.evaluate(() => {
    const namesOf = (top: object) => {
      const names = new Set<string>();
      for (let at: object | null = top; at; at = Object.getPrototypeOf(at))
        for (const name of Object.getOwnPropertyNames(at)) names.add(name);
      return [...names];
    };
    return { form: namesOf(HTMLFormElement.prototype), page: namesOf(Document.prototype) };
  });
}, 60_000);
afterAll(() => reader?.close());

describe.each(layouts)('a form laid out as %s whose fields are called as members are', (layout) => {
  it('is read as one without them: names of a form’s members', async () => {
    const calm = await reader.read(formPage(layout));
    const names = members.form.filter((name) => !/^(constructor|__)/.test(name));
    expect(names).toEqual(expect.arrayContaining(['children', 'parentNode', 'getAttribute', 'elements']));
    const fields = names.map((name) => `<input type="hidden" name="${name}">`).join('');
    const html = formPage(layout).replace('<form>', `<form>${fields}`);
    expect(await reader.page.evaluate(() => typeof document.forms[0]?.getAttribute)).toBe('function');
    const read = await reader.read(html);
    expect(await reader.page.evaluate(() => typeof document.forms[0]?.getAttribute)).toBe('object');
    expect(read.readings).toEqual(calm.readings);
    expect(calm.readings?.claimCode).toMatchObject({ kind: 'read', value: 'single-use' });
  });

  it('is read as one without them: names of the document’s members', async () => {
    const calm = await reader.read(formPage(layout));
    const names = members.page.filter((name) => !/^(constructor|__|location$)/.test(name));
    const pictures = names.map((name) => `<img name="${name}" alt="">`).join('');
    const read = await reader.read(formPage(layout).replace('</body>', `${pictures}</body>`));
    expect(read.readings).toEqual(calm.readings);
  });
});
