/**
 * Names that the log, the rights and the server's configuration share. One account of the engine is one team's.
 * Subjects end in the member, so that the engine itself holds each to its own.
 */
export interface EngineNames {
  /** The stream of entries, and the one of objects. */
  readonly log: string;
  readonly objects: string;
  readonly entriesOfAll: string;
  readonly objectsOfAll: string;
  /** Where the engine tells that an entry came in. */
  readonly told: string;
  readonly toldOfAll: string;
  entriesOf(member: string): string;
  objectsOf(member: string): string;
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
    entriesOfAll: `${root}.act.*`,
    objectsOfAll: `${root}.obj.>`,
    told: `${root}.told.{{wildcard(1)}}`,
    toldOfAll: `${root}.told.*`,
    entriesOf: (member) => `${root}.act.${member}`,
    objectsOf: (member) => `${root}.obj.${member}`,
    inboxOf: (member) => `_INBOX.${member}`,
  };
}
