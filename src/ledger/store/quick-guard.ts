import type * as z from 'zod/mini';

/** Whether a value is surely right. `false` says only that it must be looked at closely. */
export type QuickGuard = (value: unknown) => boolean;

/** What a shape says of itself, as far as guards are made of it; see zod's `def`. */
interface Def {
  readonly type: string;
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly values?: readonly unknown[];
  readonly innerType?: z.ZodMiniType;
  readonly element?: z.ZodMiniType;
  readonly shape?: Readonly<Record<string, z.ZodMiniType>>;
  /** What fields beside those of the shape must be. */
  readonly catchall?: z.ZodMiniType;
}

type Check =
  | { readonly check: 'min_length'; readonly minimum: number }
  | { readonly check: 'max_length'; readonly maximum: number }
  | { readonly check: 'greater_than' | 'less_than'; readonly value: number; readonly inclusive: boolean };

const never: QuickGuard = () => false;

/**
 * Says of sound values that they are, in a tenth of the time that the shape itself takes, which without compiling
 * code is long: a thousand rows are looked at whenever a page opens. Whatever it doesn't know of, it leaves to the
 * shape: then it is never sure.
 */
export function quickGuard(shape: z.ZodMiniType): QuickGuard {
  const def = shape._zod.def as unknown as Def;
  const plain = plainGuard(def);
  const checks = (def.checks ?? []).map((each) => checkOf(each._zod.def));
  if (plain === never || checks.includes(never)) return never;
  const [first, second] = checks;
  if (!first) return plain;
  if (!second) return (value) => plain(value) && first(value);
  return (value) => plain(value) && checks.every((each) => each(value));
}

function plainGuard(def: Def): QuickGuard {
  const { type, format, pattern, entries, values, innerType, element, shape } = def;
  if (type === 'string') {
    if (format === undefined) return (value) => typeof value === 'string';
    // Only of a pattern without memory the answer depends on the text alone.
    if (format !== 'datetime' || !pattern || pattern.global || pattern.sticky) return never;
    return (value) => typeof value === 'string' && pattern.test(value);
  }
  if (type === 'number') {
    if (format === undefined) return Number.isFinite;
    return format === 'safeint' ? Number.isSafeInteger : never;
  }
  if (type === 'boolean') return (value) => value === true || value === false;
  if (type === 'literal' && values) return among(values);
  if (type === 'enum' && entries) return among(Object.values(entries));
  if (type === 'array' && element) return listGuard(quickGuard(element));
  if (type === 'object' && shape && !def.catchall) return objectGuard(shape);
  if ((type === 'nullable' || type === 'optional') && innerType) {
    const empty = type === 'nullable' ? null : undefined;
    const inner = quickGuard(innerType);
    return (value) => value === empty || inner(value);
  }
  return never;
}

function checkOf(def: Check): QuickGuard {
  if (def.check === 'min_length') return (value) => (value as string).length >= def.minimum;
  if (def.check === 'max_length') return (value) => (value as string).length <= def.maximum;
  if (def.check === 'greater_than' && def.inclusive) return (value) => (value as number) >= def.value;
  if (def.check === 'less_than' && def.inclusive) return (value) => (value as number) <= def.value;
  return never;
}

function among(values: readonly unknown[]): QuickGuard {
  const known = new Set(values);
  return (value) => known.has(value);
}

function listGuard(item: QuickGuard): QuickGuard {
  return (value) => Array.isArray(value) && value.every(item);
}

function objectGuard(shape: Readonly<Record<string, z.ZodMiniType>>): QuickGuard {
  const fields = Object.entries(shape).map(([key, field]) => ({ key, guard: quickGuard(field) }));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    for (const { key, guard } of fields) if (!guard((value as Record<string, unknown>)[key])) return false;
    return true;
  };
}
