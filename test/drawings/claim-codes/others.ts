import { type CodesStyle, root } from '../drawing.ts';
import { when } from '../parts.ts';

/** A grid of `role`s, in a root, each row in a root again. */
const gridInRoots: CodesStyle = {
  name: 'grid-in-roots',
  family: 'shadow roots',
  languages: ['en', 'nl'],
  build: (groups, w) =>
    `<h1>${w.manage}</h1><codes-grid>${root(
      `<div role="grid"><div role="row"><span role="columnheader">${w.groupName}</span><span role="columnheader">${w.qty}</span><span role="columnheader">${w.status}</span><span role="columnheader"></span></div>${groups
        .map(
          (group) =>
            `<grid-row role="row">${root(`<span role="gridcell">${group.name}</span><span role="gridcell">${group.text}</span><span role="gridcell">${group.ready ? w.ready : '…'}</span><span role="gridcell">${when(group.ready, `<button ${group.mark}>${w.download}</button>`)}</span>`)}</grid-row>`,
        )
        .join('')}</div>`,
    )}</codes-grid>`,
};

/** A grid as data tables draw it: cells placed by column ids, header apart from body, pinned buttons in another body. */
const pinned: CodesStyle = {
  name: 'pinned-columns',
  family: 'grids',
  css: '.grid { position: relative } .row { display: flex; height: 30px } .row > div { width: 150px } .bodies { display: flex }',
  build: (groups, w) =>
    `<h1>${w.manage}</h1><div class="grid" role="grid"><div class="row" role="row"><div role="columnheader" col-id="n">${w.groupName}</div><div role="columnheader" col-id="q">${w.qty}</div><div role="columnheader" col-id="s">${w.status}</div><div role="columnheader" col-id="d">Action</div></div><div class="bodies"><div role="rowgroup">${groups
      .map(
        (group, i) =>
          `<div class="row" role="row" row-index="${i}" aria-rowindex="${i + 2}"><div role="gridcell" col-id="n">${group.name}</div><div role="gridcell" col-id="q">${group.text}</div><div role="gridcell" col-id="s">${group.ready ? w.ready : 'In Progress'}</div></div>`,
      )
      .join('')}</div><div role="rowgroup">${groups
      .map(
        (group, i) =>
          `<div class="row" role="row" row-index="${i}" aria-rowindex="${i + 2}"><div role="gridcell" col-id="d">${when(group.ready, `<button ${group.mark}>${w.download}</button>`)}</div></div>`,
      )
      .join('')}</div></div></div>`,
};

/** Cards. */
const cards: CodesStyle = {
  name: 'cards',
  family: 'cards',
  languages: ['en', 'sv'],
  css: '.deck { display: flex; flex-wrap: wrap } .card { border: 1px solid; width: 220px; margin: 8px; padding: 8px }',
  build: (groups, w) =>
    `<h1>${w.manage}</h1><div class="deck">${groups
      .map(
        (group) =>
          `<div class="card"><h3>${group.name}</h3><p>${w.qty}: <b>${group.text}</b></p><p>${w.status}: ${group.ready ? w.ready : '…'}</p>${when(group.ready, `<button ${group.mark}>${w.download}</button>`)}</div>`,
      )
      .join('')}<div class="card new"><h3>New group</h3><button>${w.create}</button></div></div>`,
};

/** Icons whose names say which group they are for. */
const namedIcons: CodesStyle = {
  name: 'named-icons',
  family: 'icons',
  build: (groups, w) =>
    `<h1>${w.manage}</h1><table><thead><tr><th></th><th>${w.groupName}</th><th>${w.qty}</th></tr></thead><tbody>${groups
      .map(
        (group) =>
          `<tr><td>${group.ready ? `<button aria-label="Download ${group.name}" ${group.mark}><svg width="14" height="14"><path d="M2 2h10v10z"/></svg></button>` : '<span aria-label="In Progress">◌</span>'}</td><td>${group.name}</td><td>${group.text}</td></tr>`,
      )
      .join('')}</tbody></table>`,
};

/** Icons that all say only "Download" by title, beside one that deletes. */
const titledIcons: CodesStyle = {
  name: 'titled-icons',
  family: 'icons',
  build: (groups, w) =>
    `<h1>${w.manage}</h1><ul>${groups
      .map(
        (group) =>
          `<li><span class="name">${group.name}</span> <span class="qty">${group.text} codes</span> <span>${group.ready ? w.ready : 'In Progress'}</span> <a href="#" title="Delete"><i class="bin"></i></a> ${when(group.ready, `<a href="#" title="Download" ${group.mark}><i class="arrow"></i></a>`)}</li>`,
      )
      .join('')}</ul>`,
};

/** One line of prose for each group. */
const lines: CodesStyle = {
  name: 'lines-of-text',
  family: 'lists',
  build: (groups, w) =>
    `<h1>${w.manage}</h1>${groups
      .map(
        (group) =>
          `<p>${group.name} — ${group.text} codes · ${group.ready ? `${w.ready} · <a href="#" ${group.mark}>${w.download}</a>` : 'In Progress'}</p>`,
      )
      .join('')}<p><a href="#">${w.create} another group</a></p>`,
};

/** A definition list for each group. */
const definitions: CodesStyle = {
  name: 'definition-lists',
  family: 'lists',
  languages: ['en', 'tr'],
  build: (groups, w) =>
    `<h1>${w.manage}</h1>${groups
      .map(
        (group) =>
          `<dl><dt>${w.groupName}</dt><dd>${group.name}</dd><dt>${w.qty}</dt><dd>${group.text}</dd><dt>${w.status}</dt><dd>${group.ready ? w.ready : '…'}</dd></dl>${when(group.ready, `<div><button ${group.mark}>${w.download}</button></div>`)}`,
      )
      .join('<hr>')}`,
};

/** Folded parts: name and quantity in the summary, the button inside, open or not. */
const folds: CodesStyle = {
  name: 'folds',
  family: 'folded parts',
  build: (groups, w) =>
    `<h1>${w.manage}</h1>${groups
      .map(
        (group) =>
          `<details open><summary>${group.name} (${group.text})</summary><p>${w.status}: ${group.ready ? w.ready : 'In Progress'}</p>${when(group.ready, `<a href="#" ${group.mark}>${w.download}</a>`)}</details>`,
      )
      .join('')}`,
};

/** The dialog for a new group stands open over the list. */
const dialog: CodesStyle = {
  name: 'create-in-dialog',
  ownCreate: true,
  family: 'create',
  css: 'dialog { position: fixed; top: 80px }',
  build: (groups, w) =>
    `<h1>${w.manage}</h1><button>${w.create}</button><table><thead><tr><th>${w.groupName}</th><th>${w.qty}</th><th>${w.status}</th><th></th></tr></thead><tbody>${groups
      .map(
        (group) =>
          `<tr><td>${group.name}</td><td>${group.text}</td><td>${group.ready ? w.ready : 'In Progress'}</td><td>${when(group.ready, `<a href="#" ${group.mark}>${w.download}</a>`)}</td></tr>`,
      )
      .join(
        '',
      )}</tbody></table><dialog open><table><tr><td>${w.groupName}</td><td><input value="Autumn"></td></tr><tr><td>${w.qty}</td><td><input value="30"></td></tr></table><button>${w.create}</button><button>Cancel</button></dialog>`,
};

/** Names in one list, buttons in the next: only their heights tell which is whose. */
const besides: CodesStyle = {
  name: 'list-beside-list',
  family: 'lists',
  css: '.two { display: flex } ul { list-style: none } li { height: 34px }',
  build: (groups, w) =>
    `<h1>${w.manage}</h1><div class="two"><ul>${groups.map((group) => `<li>${group.name}</li>`).join('')}</ul><ul>${groups.map((group) => `<li>${group.text}</li>`).join('')}</ul><ul>${groups.map((group) => `<li>${when(group.ready, `<button ${group.mark}>${w.download}</button>`)}</li>`).join('')}</ul></div>`,
};

/** Groups nested in groups: months over names. */
const nested: CodesStyle = {
  name: 'nested-groups',
  family: 'cards',
  build: (groups, w) =>
    `<h1>${w.manage}</h1>${[0, 1]
      .map(
        (half) =>
          `<section><h2>${half === 0 ? 'This month' : 'Earlier'}</h2>${groups
            .filter((_, i) => i % 2 === half)
            .map(
              (group) =>
                `<article><header>${group.name}</header><div>${w.qty} ${group.text}</div><footer>${group.ready ? `<button ${group.mark}>${w.download}</button>` : 'In Progress'}</footer></article>`,
            )
            .join('')}</section>`,
      )
      .join('')}`,
};

export const codesOthers: readonly CodesStyle[] = [
  gridInRoots,
  pinned,
  cards,
  namedIcons,
  titledIcons,
  lines,
  definitions,
  folds,
  dialog,
  besides,
  nested,
];
