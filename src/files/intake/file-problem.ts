import { Problem, type Said } from '../../domain/problem';

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
  | 'wrong-report'
  | 'no-codes'
  | 'not-ours'
  | 'sealed'
  | 'newer'
  | 'damaged'
  | 'locked'
  | 'wrong-passphrase';

/** A file that can't be read. What it says tells the seller what, where and what to do. */
export class FileProblem extends Problem {
  override readonly name = 'FileProblem';

  constructor(
    readonly code: FileProblemCode,
    what: Said,
    options?: ErrorOptions,
  ) {
    super(what, options);
  }
}
