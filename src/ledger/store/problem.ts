import { Problem, type Said, said } from '../../domain/problem';

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
  | 'canceled';

/** Something the ledger can't or won't do. */
export class LedgerProblem extends Problem {
  override readonly name = 'LedgerProblem';
  readonly code: LedgerProblemCode;

  constructor(code: LedgerProblemCode, what: Said, options?: ErrorOptions) {
    super(what, options);
    this.code = code;
  }
}

/** Whether something kept here can't be read any more: of many things, the others still can. */
export function isDamage(error: unknown): error is LedgerProblem {
  return error instanceof LedgerProblem && error.code === 'damaged';
}

/** What the browser does to a ledger. None of these cases deletes anything. */
export const sentences = {
  refused: said('problemStorageRefused'),
  broken: said('problemStorageBroken'),
  quota: said('problemStorageFull'),
  blocked: said('problemStorageBlocked'),
  newer: said('problemStorageNewer'),
  updated: said('problemStorageUpdated'),
  terminated: said('problemStorageClosed'),
  moved: said('problemCodesMoved'),
  unreadable: said('problemRecordUnreadable'),
} as const;

/** Names what an error of the browser's database means; other errors (our own mistakes) pass unchanged. */
export function asProblem(error: unknown, closedBecause: Said = sentences.terminated): unknown {
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
    // What a row says is no key: a damaged one.
    case 'DataError':
    case 'ConstraintError':
      return new LedgerProblem('damaged', sentences.unreadable, cause);
    case 'UnknownError':
    case 'NotReadableError':
      return new LedgerProblem('storage-refused', sentences.broken, cause);
    default:
      return error;
  }
}
