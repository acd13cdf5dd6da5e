/** What a schema found wrong, as schemas tell it: the way to a field, and what was wanted there. */
export interface SchemaIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly expected?: unknown;
  readonly format?: unknown;
}

const longest = 40;
const most = 10;
const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
};

/** The faults of a value in words, each with its field: “`createdAt` is missing”. */
export function fieldFault(issues: readonly SchemaIssue[], value: unknown): string {
  const faults = issues.slice(0, most).map((issue) => oneFault(issue, value));
  return [...faults, ...(issues.length > most ? ['and more'] : [])].join(', ');
}

function oneFault(issue: SchemaIssue, value: unknown): string {
  const { path } = issue;
  const name = path.length === 0 ? 'it' : `\`${path.map(String).join('.')}\``;
  const found = path.reduce(ownField, value);
  if (found === undefined) return `${name} is missing`;
  const wanted = Object.hasOwn(kinds, String(issue.expected)) ? kinds[String(issue.expected)] : null;
  if (issue.code === 'invalid_type') return `${name} is ${shown(found)}${wanted ? `, not ${wanted}` : ''}`;
  if (issue.format === 'datetime') return `${name} is ${shown(found)}, which is no time`;
  if (issue.code === 'too_big' || issue.code === 'too_small')
    return `${name} is ${size(found)}, out of bounds`;
  return `${name} is ${shown(found)}, which Claimcheck doesn’t know there`;
}

function ownField(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<PropertyKey, unknown>)[key];
}

function size(value: unknown): string {
  if (typeof value === 'string') return `${value.length} characters long`;
  return Array.isArray(value) ? `${value.length} items long` : shown(value);
}

function shown(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of fields';
  const text = String(value);
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return typeof value === 'string' ? `“${short}”` : short;
}
