import { describe, expect, it } from 'vitest';
import { droppedFiles } from '../../../src/workspace/import/choose/dropped-files';

type Tree = { readonly [name: string]: Tree | string };

function entryOf(name: string, content: Tree | string): unknown {
  if (typeof content === 'string') {
    return {
      name,
      isFile: true,
      isDirectory: false,
      file: (done: (file: File) => void) => done(new File([content], name)),
    };
  }
  // As browsers do: a few at a time, then nothing.
  const left = Object.entries(content).map(([each, inner]) => entryOf(each, inner));
  const createReader = () => ({
    readEntries: (done: (entries: unknown[]) => void) => done(left.splice(0, 2)),
  });
  return { name, isFile: false, isDirectory: true, createReader };
}

function drop(tree: Tree): DataTransfer {
  const items = Object.entries(tree).map(([name, content]) => ({
    kind: 'file',
    webkitGetAsEntry: () => entryOf(name, content),
    getAsFile: () => new File([typeof content === 'string' ? content : ''], name),
  }));
  return { items, files: items.map((item) => item.getAsFile()) } as unknown as DataTransfer;
}

const names = async (tree: Tree) => (await droppedFiles(drop(tree))).files.map((file) => file.name);

describe('what is dropped', () => {
  it('is the files themselves', async () =>
    expect(await names({ 'a.txt': 'a', 'b.txt': 'b' })).toEqual(['a.txt', 'b.txt']));

  it('is what a folder holds, however deep, without what computers add', async () => {
    const tree = {
      codes: {
        'c.txt': 'c',
        'a.txt': 'a',
        '.DS_Store': 'x',
        __MACOSX: { 'a.txt': 'x' },
        in: { 'b.txt': 'b' },
      },
    };
    expect(await names({ ...tree, 'd.txt': 'd' })).toEqual(['a.txt', 'c.txt', 'b.txt', 'd.txt']);
  });

  it('is said in words where a folder is empty, or far too full', async () => {
    expect(await droppedFiles(drop({ codes: {} }))).toEqual({
      files: [],
      problem: 'The folder “codes” contains no files.',
    });
    const full = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n}.txt`, 'x']));
    expect((await droppedFiles(drop({ all: full }))).problem).toContain('“all” contains more than 100 files');
  });
});
