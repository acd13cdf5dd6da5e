import { engineNames } from '../log/engine-names';

/** What a member may do with the engine: everything of the team's, give out, or look on. */
export const roles = ['owner', 'giver', 'viewer'] as const;
export type Role = (typeof roles)[number];

export interface Rights {
  readonly publish: { readonly allow: readonly string[]; readonly deny: readonly string[] };
  readonly subscribe: { readonly allow: readonly string[] };
}

/**
 * The rights of a role, each named one by one; whatever isn't named is refused by the engine.
 *
 * Reading goes by `STREAM.MSG.GET` alone. The engine sends an answer to any subject that the asker names, as if it
 * were its own word. `DIRECT.GET` answers with the bytes of an entry as they are: with it a member wrote in another's
 * name, and deleted a stream that it had no right to delete (seen on 2.9.10). Consumers let the asker choose the
 * subject as well; nothing came of it on 2.9.10, and nothing here needs them. The answers allowed here are the
 * engine's own JSON; `deny_delete` and `deny_purge` of log and objects take the harm from these. Keys of people can be
 * destroyed, by whoever may write: that is what they are for; see docs/team/engine.md for what it means. Objects don't go by
 * the object store of NATS: it needs purging, and roll-ups, by which one member took away what all had put.
 */
export function rightsOf(role: Role, team: string, member: string): Rights {
  const names = engineNames(team);
  const read = [
    `$JS.API.STREAM.INFO.${names.log}`,
    `$JS.API.STREAM.MSG.GET.${names.log}`,
    `$JS.API.STREAM.MSG.GET.${names.objects}`,
    `$JS.API.STREAM.MSG.GET.${names.keys}`,
    `$JS.API.STREAM.INFO.${names.keys}`,
  ];
  // Of a viewer's entries readers take only that they leave, and what their Claimcheck understands (members/rights.ts).
  const say = names.entriesOf(member);
  const write = [
    say,
    `${names.objectsOf(member)}.>`,
    names.keysOfAll,
    // Of the keys alone: so a person can be forgotten.
    `$JS.API.STREAM.MSG.DELETE.${names.keys}`,
  ];
  // The owner makes the streams; nobody changes them afterwards by these rights.
  const make = [
    `$JS.API.STREAM.INFO.${names.objects}`,
    `$JS.API.STREAM.CREATE.${names.log}`,
    `$JS.API.STREAM.CREATE.${names.objects}`,
    `$JS.API.STREAM.CREATE.${names.keys}`,
  ];
  const allow = { owner: [...read, ...write, ...make], giver: [...read, ...write], viewer: [...read, say] }[
    role
  ];
  return {
    // Refused anyway as they are not allowed; said once more for who reads a token.
    publish: {
      allow,
      deny: [...never, ...[names.log, names.objects].map((kept) => `$JS.API.STREAM.MSG.DELETE.${kept}`)],
    },
    subscribe: { allow: [`${names.inboxOf(member)}.>`, names.toldOfAll] },
  };
}

/** What no member may ever do. */
export const never = [
  '$JS.API.STREAM.PURGE.>',
  '$JS.API.STREAM.DELETE.>',
  '$JS.API.STREAM.UPDATE.>',
  '$JS.API.CONSUMER.>',
  '$JS.API.DIRECT.>',
] as const;
