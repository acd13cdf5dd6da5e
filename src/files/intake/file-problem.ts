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
  | 'order-report'
  | 'no-codes'
  | 'not-ours'
  | 'sealed'
  | 'newer'
  | 'damaged'
  | 'locked'
  | 'wrong-passphrase';

/** A file that can't be read. `message` tells the seller what, where and what to do. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';

  constructor(
    readonly code: FileProblemCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
