export type FileProblemCode =
  | 'not-text'
  | 'empty'
  | 'not-zip'
  | 'truncated-zip'
  | 'encrypted-zip'
  | 'unsupported-zip'
  | 'zip-bomb'
  | 'no-text-in-zip'
  | 'too-large'
  | 'web-page'
  | 'no-codes';

/** A file that can't be read as claim codes. `message` tells the seller what, where and what to do. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';

  constructor(
    readonly code: FileProblemCode,
    message: string,
  ) {
    super(message);
  }
}
