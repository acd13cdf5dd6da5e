import { type Said, type SaidValue, said, saidCount } from '../problem';

/** What a schema found wrong, as schemas tell it: the way to a field, and what was wanted there. */
export interface SchemaIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly expected?: unknown;
  readonly format?: unknown;
}

const longest = 40;
const most = 10;
const kinds: Readonly<Record<string, Said>> = {
  string: said('fieldText'),
  number: said('fieldNumber'),
  int: said('fieldWhole'),
  boolean: said('fieldYesNo'),
  array: said('fieldList'),
  object: said('fieldGroup'),
  record: said('fieldGroup'),
};

/** The faults of a value as clauses, each with its field: “`createdAt` is missing”. */
export function fieldFault(issues: readonly SchemaIssue[], value: unknown): SaidValue {
  const faults = issues.slice(0, most).map((issue) => oneFault(issue, value));
  return { list: [...faults, ...(issues.length > most ? [said('fieldsMore')] : [])] };
}

function oneFault(issue: SchemaIssue, value: unknown): Said {
  const { path } = issue;
  const field = path.length === 0 ? said('fieldItself') : `\`${path.map(String).join('.')}\``;
  const told = path.reduce(ownField, value);
  if (told === undefined) return said('fieldMissing', { field });
  const found = shown(told);
  const wanted = Object.hasOwn(kinds, String(issue.expected)) ? kinds[String(issue.expected)] : undefined;
  if (issue.code === 'invalid_type')
    return wanted ? said('fieldIsNot', { field, found, wanted }) : said('fieldIs', { field, found });
  if (issue.format === 'datetime') return said('fieldNoTime', { field, found });
  if (issue.code !== 'too_big' && issue.code !== 'too_small') return said('fieldUnknown', { field, found });
  if (typeof told === 'string') return saidCount('fieldLetters', told.length, { field });
  if (Array.isArray(told)) return saidCount('fieldItems', told.length, { field });
  return said('fieldBounds', { field, found });
}

function ownField(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<PropertyKey, unknown>)[key];
}

function shown(value: unknown): SaidValue {
  if (value === null) return said('fieldEmpty');
  if (Array.isArray(value)) return said('fieldList');
  if (typeof value === 'object') return said('fieldGroup');
  const text = String(value);
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return typeof value === 'string' ? said('fieldQuoted', { text: short }) : short;
}
