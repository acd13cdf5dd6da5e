/**
 * Names that the log, the rights and the server's configuration share. One account of the engine is one team's.
 * Subjects end in the member, so that the engine itself holds each to its own.
 */
export interface EngineNames {
  /** The streams of entries, of objects, and of people's keys. */
  readonly log: string;
  readonly objects: string;
  readonly keys: string;
  readonly entriesOfAll: string;
  readonly objectsOfAll: string;
  readonly keysOfAll: string;
  /** Where the engine tells that an entry came in. */
  readonly told: string;
  readonly toldOfAll: string;
  entriesOf(member: string): string;
  objectsOf(member: string): string;
  /** Where a key of somebody lies; both parts are ids. */
  keyAt(person: string, name: string): string;
  /** Where answers to a member come. */
  inboxOf(member: string): string;
}

/** What may be a part of a subject: a team's or member's id, an object's name. */
export function isToken(text: string): boolean {
  return /^[\w-]{1,64}$/.test(text);
}

export function engineNames(team: string): EngineNames {
  const root = `claimcheck.${team}`;
  return {
    log: `claimcheck-${team}-log`,
    objects: `claimcheck-${team}-objects`,
    keys: `claimcheck-${team}-keys`,
    entriesOfAll: `${root}.act.*`,
    objectsOfAll: `${root}.obj.>`,
    keysOfAll: `${root}.key.*.*`,
    told: `${root}.told.{{wildcard(1)}}`,
    toldOfAll: `${root}.told.*`,
    entriesOf: (member) => `${root}.act.${member}`,
    objectsOf: (member) => `${root}.obj.${member}`,
    keyAt: (person, name) => `${root}.key.${person}.${name}`,
    inboxOf: (member) => `_INBOX.${member}`,
  };
}
