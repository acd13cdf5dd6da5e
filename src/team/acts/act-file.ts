import type { CodeFile } from '../../domain/codes/code-file';
import type { ActFile } from './shapes';

/** What an import needs of a file; lines and remarks are for the preview alone. */
export function asActFile({ name, sha256, codes, history, people }: CodeFile): ActFile {
  return {
    ...{ name, sha256, codes: [...codes] },
    history: history ? [...history] : null,
    people: people ? [...people] : null,
  };
}

/** A file as an import takes it. */
export function asCodeFile({ name, sha256, codes, history, people }: ActFile): CodeFile {
  return {
    ...{ name, sha256, files: [name], lines: codes.length, codes, history, people },
    codeFiles: new Uint16Array(codes.length),
    codeLines: Uint32Array.from(codes, (_, i) => i + 1),
    ...{ rejected: [], suspects: [], blank: 0, header: 0, remarks: [] },
  };
}
