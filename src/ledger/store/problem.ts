export type LedgerProblemCode =
  | 'storage-refused'
  | 'quota'
  | 'blocked'
  | 'closed'
  | 'moved'
  | 'not-enough'
  | 'already-redeemed'
  | 'not-found'
  | 'not-allowed'
  | 'damaged'
  | 'cancelled';

/** Something the ledger can't or won't do; its message is a sentence for the seller. */
export class LedgerProblem extends Error {
  override readonly name = 'LedgerProblem';
  readonly code: LedgerProblemCode;

  constructor(code: LedgerProblemCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Sentences for what the browser does to a ledger. None of these cases deletes anything. */
export const sentences = {
  refused:
    'The browser does not let Claimcheck keep data here. This happens in private windows, or when the browser is set to never remember history. Open Claimcheck in a normal window.',
  broken:
    'The browser could not open or read its storage. Nothing was deleted. Free some disk space, restart the browser and try again.',
  quota:
    'The disk or the browser’s storage is full, so nothing was saved. Free some disk space and try again.',
  blocked:
    'Another tab still runs an older Claimcheck. Close the other Claimcheck tabs, then reload this page.',
  newer:
    'These codes were saved by a newer Claimcheck than this one. Update Claimcheck; nothing was changed.',
  updated: 'Claimcheck was updated in another tab. Reload this page to go on.',
  terminated: 'The browser closed Claimcheck’s storage. Reload this page; what was saved is still there.',
  moved:
    'The codes changed in another tab in the meantime. Nothing was saved; look at the new numbers and try again.',
} as const;

/** Puts an error of the browser's database into words; other errors (our own mistakes) pass unchanged. */
export function inUserWords(error: unknown, closedBecause: string = sentences.terminated): unknown {
  if (error instanceof LedgerProblem || !(error instanceof DOMException)) return error;
  const cause = { cause: error };
  switch (error.name) {
    case 'QuotaExceededError':
      return new LedgerProblem('quota', sentences.quota, cause);
    case 'VersionError':
      return new LedgerProblem('blocked', sentences.newer, cause);
    case 'InvalidStateError':
    case 'AbortError':
      return new LedgerProblem('closed', closedBecause, cause);
    case 'SecurityError':
    case 'NotAllowedError':
      return new LedgerProblem('storage-refused', sentences.refused, cause);
    case 'UnknownError':
    case 'NotReadableError':
      return new LedgerProblem('storage-refused', sentences.broken, cause);
    default:
      return error;
  }
}
