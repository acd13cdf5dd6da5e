import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { writeBeside } from '../../ledger';
import { type IgnoredEntries, nothingIgnored } from '../members/ignored';
import type { Members } from '../members/team-state';
import type { Card } from '../sealing/card';
import { chainStart } from '../sealing/chain';
import type { Digest } from '../sealing/envelope-layout';
import type { Id } from '../sealing/ids';
import type { Stated } from './agreement';
import { type KeptNotes, lastEntries, type NotedEntry } from './kept-notes';

interface NotesSchema extends DBSchema {
  /** What was made of each entry. */
  chain: { key: number; value: NotedEntry };
  /** At which place an act's id stood first. */
  acts: { key: string; value: number };
  /** The digest of each member's last entry, and where it stands. */
  own: { key: Id; value: { readonly digest: Digest; readonly seq: number } };
  team: { key: 'members' | 'ignored' | 'coming' | 'stated' | 'acknowledged' | 'cleared'; value: unknown };
}

const stores = ['chain', 'acts', 'own', 'team'] as const;

/** An entry of one's own that the engine has. */
export interface Acknowledged {
  readonly seq: number;
  readonly id: string;
}

/** The snapshot that the codes here began with, while its rest is still to come. */
export interface ComesFrom {
  readonly snapshot: string;
  /** Who made it, and what opens it. */
  readonly by: Card;
  readonly key: CryptoKey;
  /** How many parts its rest has. */
  readonly parts: number;
}

/** What is to be noted of one entry; parts that it doesn't change are left out. */
export interface Noted extends NotedEntry {
  readonly act: string | null;
  readonly own: { readonly member: Id; readonly digest: Digest } | null;
  readonly members: Members | null;
  readonly ignored: IgnoredEntries | null;
}

/**
 * What a browser remembers of a team's log beside the codes: its chain, whose entries it has seen, and who belongs to the
 * team. All of it follows from the log. Of notes and codes either may be behind after a loss of power: what was made of an
 * entry is noted, so that it is done again in the same way.
 */
export class Notes {
  private constructor(
    private readonly db: IDBPDatabase<NotesSchema>,
    private readonly team: Id,
  ) {}

  /** Opens what this browser remembers of a team's log. */
  static async open(team: Id, name = `claimcheck-team-${team}`): Promise<Notes> {
    const db = await openDB<NotesSchema>(name, 1, {
      upgrade(made) {
        made.createObjectStore('chain', { keyPath: 'seq' });
        for (const store of ['acts', 'own', 'team'] as const) made.createObjectStore(store);
      },
    });
    return new Notes(db, team);
  }

  /** The last place of which anything is noted. */
  async last(): Promise<number> {
    const tx = this.db.transaction('chain');
    return (await tx.store.openKeyCursor(null, 'prev'))?.key ?? 0;
  }

  /** What was made of the entry at `seq`; null where it was never met. */
  async at(seq: number): Promise<NotedEntry | null> {
    return (await this.db.get('chain', seq)) ?? null;
  }

  /** The chain after the entry at `seq` (0: none); null where that was never met. */
  async chainAt(seq: number): Promise<Digest | null> {
    return seq === 0 ? chainStart(this.team) : ((await this.db.get('chain', seq))?.chain ?? null);
  }

  /** When the log took in the entry at `seq`, milliseconds. */
  async timeAt(seq: number): Promise<number | undefined> {
    return (await this.db.get('chain', seq))?.time;
  }

  /** At which place each of these acts stood first; nothing for those that stood nowhere yet. */
  async placesOf(acts: readonly string[]): Promise<Map<string, number>> {
    const { store } = this.db.transaction('acts');
    const places = await Promise.all(acts.map((act) => store.get(act)));
    return new Map(acts.flatMap((act, i) => (places[i] === undefined ? [] : [[act, places[i]] as const])));
  }

  /** The digest of a member's last entry before `seq`; null for none. */
  async lastOf(member: Id, seq: number): Promise<Digest | null> {
    const last = await this.db.get('own', member);
    return last && last.seq < seq ? last.digest : null;
  }

  /** Who belongs to the team, and the last place at which that changed. */
  async members(): Promise<{ readonly seq: number; readonly members: Members | null }> {
    const kept = (await this.db.get('team', 'members')) as { seq: number; members: Members } | undefined;
    return kept ?? { seq: 0, members: null };
  }

  /** The snapshot that the codes here began with; null where they began with the log. */
  async comesFrom(): Promise<ComesFrom | null> {
    return ((await this.db.get('team', 'coming')) as ComesFrom | undefined) ?? null;
  }

  async willCome(from: ComesFrom): Promise<void> {
    await this.put('coming', from);
  }

  /** The rest of it has come: what opens it is let go. */
  async hasCome(): Promise<void> {
    await this.db.delete('team', 'coming');
  }

  /** Of how many people's keys that are gone this browser has seen that the engine has them no more. */
  async cleared(): Promise<number> {
    return ((await this.db.get('team', 'cleared')) as number | undefined) ?? 0;
  }

  async noteCleared(count: number): Promise<void> {
    await this.put('cleared', count);
  }

  /** The checksums that members stated last; see `Agreement`. */
  async stated(): Promise<readonly Stated[]> {
    return ((await this.db.get('team', 'stated')) as Stated[] | undefined) ?? [];
  }

  async keepStated(stated: readonly Stated[]): Promise<void> {
    await this.put('stated', stated);
  }

  /** The place of the last act on codes, up to `seq`; 0 for none. */
  async lastAct(seq: number): Promise<number> {
    const tx = this.db.transaction('chain');
    let cursor = await tx.store.openCursor(IDBKeyRange.upperBound(seq), 'prev');
    while (cursor && cursor.value.by === null) cursor = await cursor.continue();
    return cursor?.key ?? 0;
  }

  /** The last of one's own entries that the engine acknowledged; null for none. */
  async acknowledged(): Promise<Acknowledged | null> {
    return ((await this.db.get('team', 'acknowledged')) as Acknowledged | undefined) ?? null;
  }

  async keepAcknowledged(own: Acknowledged): Promise<void> {
    await this.put('acknowledged', own);
  }

  async ignored(): Promise<IgnoredEntries> {
    return ((await this.db.get('team', 'ignored')) as IgnoredEntries | undefined) ?? nothingIgnored;
  }

  /** Notes some entries, all of them or none. Throws LedgerProblem. */
  async note(all: readonly Noted[]): Promise<void> {
    await this.write(async (tx) => {
      const work: Promise<unknown>[] = [];
      for (const { seq, time, chain, by, act, own, members, ignored } of all) {
        work.push(tx.objectStore('chain').put({ seq, chain, time, by }));
        if (act !== null) work.push(tx.objectStore('acts').put(seq, act));
        if (own) work.push(tx.objectStore('own').put({ digest: own.digest, seq }, own.member));
        if (members) work.push(tx.objectStore('team').put({ seq, members }, 'members'));
        if (ignored) work.push(tx.objectStore('team').put(ignored, 'ignored'));
      }
      await Promise.all(work);
    });
  }

  /** All that goes with a copy of the codes made at `seq`, the place it stands at now. Throws TypeError before the founding. */
  async keep(seq: number): Promise<KeptNotes> {
    const { seq: changed, members } = await this.members();
    if (!members) throw new TypeError('members');
    const tx = this.db.transaction(['chain', 'acts', 'own']);
    const [chain, owners, digests, ids, places] = await Promise.all([
      tx.objectStore('chain').getAll(IDBKeyRange.lowerBound(Math.max(1, seq - lastEntries))),
      tx.objectStore('own').getAllKeys(),
      tx.objectStore('own').getAll(),
      tx.objectStore('acts').getAllKeys(),
      tx.objectStore('acts').getAll(),
    ]);
    const acts = ids.flatMap((id, i): [string, number][] => {
      const place = places[i] ?? 0;
      return place > seq - lastEntries ? [[id, place]] : [];
    });
    const own = owners.flatMap((member, i): KeptNotes['own'] => {
      const last = digests[i];
      return last ? [[member, last]] : [];
    });
    return { seq, members: { seq: changed, members }, own, acts, chain, ignored: await this.ignored() };
  }

  /** Takes over what another browser noted; for a browser that has noted nothing. Throws LedgerProblem. */
  async take({ members, own, acts, chain, ignored }: KeptNotes): Promise<void> {
    await this.write((tx) =>
      Promise.all([
        ...chain.map((row) => tx.objectStore('chain').put(row)),
        ...own.map(([member, last]) => tx.objectStore('own').put(last, member)),
        ...acts.map(([id, place]) => tx.objectStore('acts').put(place, id)),
        tx.objectStore('team').put(members, 'members'),
        ...(ignored ? [tx.objectStore('team').put(ignored, 'ignored')] : []),
      ]),
    );
  }

  private async put(key: NotesSchema['team']['key'], value: unknown): Promise<void> {
    await this.write((tx) => tx.objectStore('team').put(value, key));
  }

  private write<T>(
    work: (tx: IDBPTransaction<NotesSchema, StoreNames<NotesSchema>[], 'readwrite'>) => Promise<T>,
  ): Promise<T> {
    return writeBeside(() => this.db.transaction([...stores], 'readwrite'), work);
  }

  /** Forgets everything. */
  async clear(): Promise<void> {
    const tx = this.db.transaction(stores, 'readwrite');
    await Promise.all([...stores.map((store) => tx.objectStore(store).clear()), tx.done]);
  }

  close(): void {
    this.db.close();
  }
}
