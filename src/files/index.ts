export { codesAsCsv, codesAsText, historyAsCsv, historyHeader } from './csv-export';
export { fileName } from './file-name';
export { FileProblem, type FileProblemCode } from './file-problem';
export { maxFileBytes, refuseLargeFile } from './limits';
export type { Progress } from './pace';
export { readCodeFile, readPastedCodes, readSentFile } from './read-code-file';
export { refuseSealed, type SealedHead, seal, sealedHead, unseal } from './sealed-file';
export type { SealedKind } from './sealed-head';
export { refuseLargeSealed } from './sealed-lines';
