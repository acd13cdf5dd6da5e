import { type CodesStyle, root } from '../drawing.ts';
import { when } from '../parts.ts';

/** AUI's table, a link in each ready row. */
const links: CodesStyle = {
  name: 'aui-table',
  ownCreate: true,
  family: 'tables',
  languages: ['en', 'de', 'ja', 'fr', 'pl', 'zh'],
  build: (groups, w) => `<h1>${w.manage}</h1>
<form class="a-box"><label for="gn">${w.groupName}</label><input id="gn"><label for="qt">${w.qty}</label><input id="qt"><button>${w.create}</button></form>
<table class="a-bordered"><thead><tr><th>${w.groupName}</th><th>${w.qty}</th><th>${w.status}</th><th>Action</th></tr></thead><tbody>${groups
    .map(
      (group) =>
        `<tr><td>${group.name}</td><td>${group.text}</td><td>${group.ready ? w.ready : '…'}</td><td>${when(group.ready, `<a href="#" ${group.mark}>${w.download}</a>`)}</td></tr>`,
    )
    .join('')}</tbody></table>`,
};

/** Status first, name last, a form with a hidden field and a submit in each row. */
const forms: CodesStyle = {
  name: 'row-forms',
  family: 'tables',
  build: (groups, w) =>
    `<h2>${w.manage}</h2><table border="1"><tr><th>${w.status}</th><th></th><th>Created on</th><th>${w.qty}</th><th>${w.groupName}</th></tr>${groups
      .map(
        (group, i) =>
          `<tr><td>${group.ready ? w.ready : 'In Progress'}</td><td>${when(group.ready, `<form method="post"><input type="hidden" name="g" value="${i}"><span class="a-button"><span class="a-button-inner"><input type="submit" class="a-button-input" aria-labelledby="d${i}" ${group.mark}><span id="d${i}" class="a-button-text" aria-hidden="true">${w.download}</span></span></span></form>`)}</td><td>11/${i + 2}/2026</td><td>${group.text}</td><td>${group.name}</td></tr>`,
      )
      .join('')}</table>`,
};

/** A row that adds up, one that says how many are shown, and one that says there are none. */
const totals: CodesStyle = {
  name: 'total-row',
  family: 'total rows',
  languages: ['en', 'es'],
  build: (groups, w) =>
    `<h1>${w.manage}</h1><table><thead><tr><th>${w.groupName}</th><th>${w.qty}</th><th>${w.status}</th><th>${w.download}</th></tr></thead><tbody>${groups
      .map(
        (group) =>
          `<tr><td>${group.name}</td><td>${group.text}</td><td>${group.ready ? w.ready : '…'}</td><td>${when(group.ready, `<button ${group.mark}>${w.download}</button>`)}</td></tr>`,
      )
      .join(
        '',
      )}${when(groups.length === 0, '<tr><td colspan="4">No groups yet</td></tr>')}<tr class="sum"><td>Total</td><td>${groups.reduce((sum, group) => sum + group.quantity, 0)}</td><td>${groups.length} groups</td><td></td></tr></tbody></table>`,
};

/** A table's foot, a button for all of them, a template to download and a caption. */
const downloadAll: CodesStyle = {
  name: 'download-all',
  family: 'total rows',
  build: (groups, w) =>
    `<h1>${w.manage}</h1><p><a href="#">Download template</a> <a href="#">Download the user guide</a></p><table><caption>Claim code groups</caption><thead><tr><th><input type="checkbox" aria-label="All"></th><th>${w.groupName}</th><th>${w.status}</th><th>${w.qty}</th><th></th></tr></thead><tfoot><tr><th></th><th>Sum</th><th></th><th>${groups.reduce((sum, group) => sum + group.quantity, 0)}</th><th><button>Download all</button></th></tr></tfoot><tbody>${groups
      .map(
        (group) =>
          `<tr><td><input type="checkbox"></td><td>${group.name}</td><td>${group.ready ? w.ready : 'Creating'}</td><td>${group.text}</td><td>${when(group.ready, `<a href="#" ${group.mark}>${w.download}</a>`)}</td></tr>`,
      )
      .join('')}</tbody></table>`,
};

/** Numbers in other columns than the quantity: how often downloaded, used so far, an id. */
const otherNumbers: CodesStyle = {
  name: 'other-numbers',
  family: 'other columns',
  build: (groups, w) =>
    `<h1>${w.manage}</h1><table><thead><tr><th>ID</th><th>${w.groupName}</th><th>Downloads</th><th>Used</th><th>${w.qty}</th><th>${w.status}</th><th>Action</th></tr></thead><tbody>${groups
      .map(
        (group, i) =>
          `<tr><td>${7001 + i}</td><td>${group.name}</td><td>${3 * i}</td><td>${i + 1}</td><td>${group.text}</td><td>${group.ready ? w.ready : 'In Progress'}</td><td>${when(group.ready, `<a href="#" ${group.mark}>${w.download}</a> | <a href="#">Delete</a>`)}</td></tr>`,
      )
      .join('')}</tbody></table>`,
};

/** No quantity at all, but a column of numbers that might pass for one. */
const noQuantity: CodesStyle = {
  name: 'no-quantity',
  family: 'other columns',
  quantity: false,
  build: (groups, w) =>
    `<h1>${w.manage}</h1><table><thead><tr><th>${w.groupName}</th><th>Downloaded</th><th>${w.status}</th><th></th></tr></thead><tbody>${groups
      .map(
        (group, i) =>
          `<tr><td>${group.name}</td><td>${i + 2}</td><td>${group.ready ? w.ready : 'In Progress'}</td><td>${when(group.ready, `<button ${group.mark}>${w.download}</button>`)}</td></tr>`,
      )
      .join('')}</tbody></table>`,
};

/** No header row. */
const noHeader: CodesStyle = {
  name: 'no-header',
  family: 'tables',
  build: (groups, w) =>
    `<h1>${w.manage}</h1><table>${groups
      .map(
        (group) =>
          `<tr><td><b>${group.name}</b></td><td>${group.text} codes</td><td>${group.ready ? w.ready : 'In Progress'}</td><td>${when(group.ready, `<a href="#" ${group.mark}>${w.download}</a>`)}</td></tr>`,
      )
      .join('')}</table>`,
};

/** Groups as columns. */
const transposed: CodesStyle = {
  name: 'transposed',
  family: 'other columns',
  build: (groups, w) =>
    `<h1>${w.manage}</h1><table><tr><th scope="row">${w.groupName}</th>${groups.map((group) => `<td>${group.name}</td>`).join('')}</tr><tr><th scope="row">${w.qty}</th>${groups.map((group) => `<td>${group.text}</td>`).join('')}</tr><tr><th scope="row">${w.status}</th>${groups.map((group) => `<td>${group.ready ? w.ready : '…'}</td>`).join('')}</tr><tr><th scope="row"></th>${groups.map((group) => `<td>${when(group.ready, `<a href="#" ${group.mark}>${w.download}</a>`)}</td>`).join('')}</tr></table>`,
};

/** New groups are made in the table's first row; the rows below are pages 3 to 4 of a longer list. */
const inputsInRow: CodesStyle = {
  name: 'create-in-row',
  ownCreate: true,
  family: 'create',
  build: (groups, w) =>
    `<h1>${w.manage}</h1><table><thead><tr><th>${w.groupName}</th><th>${w.qty}</th><th>${w.status}</th><th></th></tr></thead><tbody><tr><td><input value="New group"></td><td><input value="10"></td><td></td><td><button>${w.create}</button></td></tr>${groups
      .map(
        (group) =>
          `<tr><td>${group.name}</td><td>${group.text}</td><td>${group.ready ? w.ready : 'In Progress'}</td><td>${when(group.ready, `<button ${group.mark}>${w.download}</button>`)}</td></tr>`,
      )
      .join(
        '',
      )}</tbody></table><nav aria-label="Pages"><a href="#">1</a> <a href="#">2</a> <b>3</b> <a href="#">4</a></nav><p>Showing 21–${20 + groups.length} of 37 groups</p>`,
};

/** Amazon's managed table with its own classes, and a menu for each row. */
const managed: CodesStyle = {
  name: 'managed-table',
  family: 'tables',
  build: (groups, w) =>
    `<h1>${w.manage}</h1><div id="mt-header-count-value">${groups.length}</div><div class="mt-container"><table class="mt-table"><tr class="mt-head"><th data-column="n"><div class="mt-header-content">${w.groupName}</div></th><th><div class="mt-header-content">${w.qty}</div></th><th><div class="mt-header-content">${w.status}</div></th><th></th></tr>${groups
      .map(
        (group) =>
          `<tr class="mt-row"><td><div class="mt-cell"><a class="a-link-normal mt-link-content" href="#">${group.name}</a></div></td><td><div class="mt-cell"><span class="mt-text-content">${group.text}</span></div></td><td><div class="mt-cell"><span class="mt-text-content">${group.ready ? w.ready : 'In Progress'}</span></div></td><td><div class="mt-cell">${when(group.ready, `<span class="a-button"><span class="a-button-inner"><button class="a-button-text" ${group.mark}>${w.download}</button></span></span>`)}<select aria-label="More"><option>More</option><option>Delete</option></select></div></td></tr>`,
      )
      .join('')}</table></div>`,
};

/** Beside the groups stand reports that can be downloaded too. */
const reports: CodesStyle = {
  name: 'reports-beside',
  family: 'look-alikes',
  build: (groups, w) =>
    `<h1>${w.manage}</h1><h2>Reports</h2><table><thead><tr><th>Report</th><th>Rows</th><th>${w.status}</th><th></th></tr></thead><tbody><tr><td>All Orders</td><td>120</td><td>${w.ready}</td><td><a href="#">${w.download}</a></td></tr></tbody></table><h2>Claim code groups</h2>${links.build(groups, w).replace(/<h1>.*?<\/h1>/, '')}`,
};

/** The table's cells have roots of their own. */
const cellRoots: CodesStyle = {
  name: 'kat-table',
  family: 'shadow roots',
  languages: ['en', 'it'],
  build(groups, w) {
    const cell = (content: string) => `<kat-table-cell>${root('<slot></slot>')}${content}</kat-table-cell>`;
    return `<h1>${w.manage}</h1><kat-table>${root('<slot></slot>')}<kat-table-head><kat-table-row>${[w.groupName, w.qty, w.status, '.'].map(cell).join('')}</kat-table-row></kat-table-head><kat-table-body>${groups
      .map(
        (group) =>
          `<kat-table-row>${cell(group.name)}${cell(group.text)}${cell(group.ready ? w.ready : '…')}${cell(when(group.ready, `<kat-button label="${w.download}">${root(`<button ${group.mark}>${w.download}</button>`)}</kat-button>`))}</kat-table-row>`,
      )
      .join('')}</kat-table-body></kat-table>`;
  },
};

export const codesTables: readonly CodesStyle[] = [
  links,
  forms,
  totals,
  downloadAll,
  otherNumbers,
  noQuantity,
  noHeader,
  transposed,
  inputsInRow,
  managed,
  reports,
  cellRoots,
];
