export { type Charset, charsets } from './charsets';
export { codesAsCsv, codesAsText, historyAsCsv, historyHeader } from './csv-export';
export { fileName } from './file-name';
export { FileProblem, type FileProblemCode } from './file-problem';
export { maxFileBytes, refuseLargeFile } from './limits';
export type { Progress } from './pace';
export { readCodeFile, readPastedCodes, readSentFile } from './read-code-file';
export { type SealedHead, type SealedKind, seal, sealedHead, unseal } from './sealed-file';
