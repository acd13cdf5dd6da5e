import { readDrawings } from './test/bench/reading/lab.ts';
import { writeFileSync } from 'node:fs';
const all = await readDrawings();
writeFileSync('/tmp/drawn.json', JSON.stringify(all));
const n = (o: string, f = all) => f.filter((x) => x.outcome === o).length;
console.log(all.length, n('right'), n('unread'), n('wrong'), n('left'), all.filter(x=>x.falseGreen).length);
