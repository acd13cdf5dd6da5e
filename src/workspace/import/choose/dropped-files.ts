import { listed } from '../../../words/format';
import { say } from '../../../words/say';

/** More files than these are no lists of codes, but somebody's whole folder. */
const mostFiles = 100;

/** What was dropped: files, also those in folders, and what is to be said of it. */
export interface Dropped {
  readonly files: readonly File[];
  readonly problem: string | null;
}

/** The files dropped; of a folder, those in it. Must be called while the drop is told: its items are gone after. */
export async function droppedFiles(data: DataTransfer | null): Promise<Dropped> {
  const items = Array.from(data?.items ?? []).filter((item) => item.kind === 'file');
  const dropped = items.map((item) => ({ entry: item.webkitGetAsEntry?.() ?? null, file: item.getAsFile() }));
  if (!dropped.some(({ entry }) => entry?.isDirectory))
    return { files: [...(data?.files ?? [])], problem: null };
  const files: File[] = [];
  const folders: string[] = [];
  try {
    for (const { entry, file } of dropped) {
      if (entry && isFolder(entry)) {
        folders.push(entry.name);
        await addFilesIn(entry, files);
      } else if (file) files.push(file);
    }
  } catch {
    return {
      files: [],
      problem: say('droppedUnread', { folders: named(folders) }),
    };
  }
  if (files.length > mostFiles) {
    const problem = say('droppedTooMany', { folders: named(folders), most: mostFiles });
    return { files: [], problem };
  }
  return { files, problem: files.length > 0 ? null : say('droppedEmpty', { folders: named(folders) }) };
}

function named(folders: readonly string[]): string {
  return listed(folders.map((name) => say('droppedQuoted', { name })));
}

async function addFilesIn(folder: FileSystemDirectoryEntry, files: File[]): Promise<void> {
  const reader = folder.createReader();
  // Browsers hand out a folder by the hundred, until nothing comes.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (entries.length === 0 || files.length > mostFiles) return;
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.') || entry.name === '__MACOSX') continue;
      if (isFolder(entry)) await addFilesIn(entry, files);
      else if (isFile(entry)) files.push(await new Promise((resolve, reject) => entry.file(resolve, reject)));
    }
  }
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
