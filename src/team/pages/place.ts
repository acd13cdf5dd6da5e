import type { TeamLog } from '../log/log';
import type { LogOptions } from '../log/nats-log';
import type { HandedKeys } from '../sealing/handed-keys';
import type { SeatStore } from '../seat/seat-store';
import type { SnapshotName } from '../seat/snapshot';
import type { TeamState } from './team-here';

/** What a page does with its browser's place in a team; `TeamHere` is one. */
export interface Place {
  readonly state: Pick<TeamState, 'seat' | 'members'>;
  readonly seats: Pick<SeatStore, 'read' | 'write' | 'change' | 'clear'>;
  readSeat(): Promise<void>;
  /** Rejects with TeamProblem where nothing came of it. */
  memberAct(act: { readonly kind: string }, handed?: HandedKeys | null): Promise<void>;
  /** What lies beside the log. Throws TeamProblem where another page holds the line. */
  readonly shelf?: Pick<TeamLog, 'putObject' | 'getObject'>;
  /** Lays a copy of the codes beside the log, for somebody new to start from; null where that isn't worth it, or not possible here. */
  snapshot?(): Promise<SnapshotName | null>;
}

/** Opens a log, as `connectLog` does. */
export type Connect = (options: LogOptions) => TeamLog;

/** How long somebody waits for an engine that they try for the first time, milliseconds. */
export const firstPatience = 20_000;
