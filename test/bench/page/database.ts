import type { CodeFile } from '../../../src/domain/codes/code-file';
import { readCodeFile } from '../../../src/files';
import { csvByPapaparse, csvFormat, csvFromLedger, prepareCsv } from './csv';
import { reportRows, reportRowsByPapaparse, reportTaken } from './order-reports';
import { dailyActs, fragments, giveOutAll, importZip, near, people, unpack } from './ours';
import { rawLookUps } from './raw-look-ups';
import { dexie, floor, pouchdb, raw } from './rivals';

async function zipOf(size: number): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(`/codes/${size}.zip`)).arrayBuffer());
}

async function fileOf(size: number): Promise<CodeFile> {
  return readCodeFile('codes.zip', await zipOf(size));
}

const rival = (run: (codes: readonly string[]) => Promise<number>) => async (size: number) =>
  run((await fileOf(size)).codes);

const bench = {
  ours: async (size: number) => importZip(await zipOf(size), size),
  unzip: async (size: number) => unpack(await zipOf(size)),
  floor: rival(floor),
  raw: rival(raw),
  dexie: rival(dexie),
  pouchdb: rival(pouchdb),
  daily: async (sizes: readonly number[], times: number) =>
    dailyActs(await Promise.all(sizes.map(fileOf)), times),
  fragments: async (size: number, times: number) => fragments(await fileOf(size), times),
  rawLookUps: async (size: number, times: number) => rawLookUps((await fileOf(size)).codes, times),
  prepareCsv: async (size: number) => prepareCsv(await fileOf(size)),
  csvFromLedger,
  csvByPapaparse,
  csvFormat,
  giveOutAll: async (size: number) => giveOutAll(await fileOf(size)),
  near: async (size: number, times: number) => near(await fileOf(size), times),
  reportRows,
  reportRowsByPapaparse,
  reportTaken,
  people: async (size: number) => people(await fileOf(size)),
};

/** What can be measured on the loopback page; sizes are numbers of codes. */
export type DatabaseBench = typeof bench;

Object.assign(globalThis, { bench });
