import type { Pool } from '../../../../src/actions/pool';
import type { TeamHere } from '../../../../src/team/pages/team-here';

/** What the page itself works with: its pool, and its way to the team. */
export interface OwnParts {
  readonly pool: Pool;
  readonly here: TeamHere;
}

/**
 * Takes them out of the files that the page runs, which are the build's, byte for byte: a module loaded again is the
 * same module. Their names there are one letter long, so that they are known by what they do.
 */
export async function ownParts(): Promise<OwnParts> {
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[type=module]')];
  const sources = scripts.map(({ src }) => src).filter((src) => src.includes('/assets/'));
  const modules = await Promise.all(sources.map((src) => import(/* @vite-ignore */ src)));
  const functions = modules.flatMap((each) => Object.values(each)).filter(isFunction);
  const start = functions.find((each) =>
    /^function [\w$]+\(\)[^}]*\?\?=[\w$]+\.start\(\)/.test(String(each)),
  );
  const opens = functions.filter((each) => /^async function[^}]*\)\.does,/.test(String(each)));
  if (!start || opens.length === 0) throw new Error('The build has its team in another shape.');
  const here = (await start()) as TeamHere;
  for (const open of opens) {
    const pool = (await open({})) as Pool;
    // The popup’s has less.
    if ('confirmImport' in pool) return { pool, here };
  }
  throw new Error('The build opens no whole pool.');
}

type Call = (...given: unknown[]) => unknown;

function isFunction(it: unknown): it is Call {
  return typeof it === 'function';
}
