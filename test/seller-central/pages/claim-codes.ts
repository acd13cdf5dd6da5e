import { strToU8, zipSync } from 'fflate';
import { input, label, row, submitButton } from '../aui.ts';
import type { Context } from '../context.ts';
import { type Html, html } from '../html.ts';
import { page } from '../layout.ts';
import type { ClaimCodeGroup, StoredPromotion } from '../state.ts';

/**
 * Manage claim codes. Known: Group Name, Quantity, Create; status Ready after a refresh; Download.
 * Guessed: the address, the table, the word "In Progress", and that Download is a link. With
 * `?download=form` it is a button of a form instead.
 */
export function claimCodesPage(ctx: Context, promotion: StoredPromotion, error = ''): string {
  const { id, words } = ctx;
  const rows = promotion.groups.map((group) => {
    group.shown += 1;
    const ready = group.shown > 1;
    return html`<tr><td>${group.name}</td><td>${group.quantity}</td><td>${ready ? words.ready : 'In Progress'}</td><td>${ready && download(ctx, promotion, group)}</td></tr>`;
  });
  return page(
    ctx,
    words.manageCodes,
    html`<h1>${words.manageCodes}</h1>
<p>${promotion.draft.internalDescription || promotion.draft.trackingId} · <a class="a-link-normal" href="/promotions/view?promotionId=${promotion.id}&amp;region=NA">View promotion</a></p>
<form method="post" class="a-box" action="/promotions/claim-codes${ctx.url.search}">
<input type="hidden" name="anti-csrftoken-a2z" value="${ctx.state.token}"><input type="hidden" name="promotionId" value="${promotion.id}">
${row(label(words.groupName, id('groupName')), input({ id: id('groupName'), value: '' }))}
${row(label(words.quantity, id('quantity')), input({ id: id('quantity'), value: '', className: 'a-span2' }), error)}
${submitButton({ id: 'create-group', text: words.create, primary: true })}
</form>
<p>Refresh the page to get an updated status.</p>
<table class="a-bordered"><thead><tr><th>${words.groupName}</th><th>${words.quantity}</th><th>${words.status}</th><th>Action</th></tr></thead><tbody>${rows}</tbody></table>`,
  );
}

function download(ctx: Context, promotion: StoredPromotion, group: ClaimCodeGroup): Html {
  if (ctx.url.searchParams.get('download') !== 'form') {
    return html`<a class="a-link-normal" href="/promotions/claim-codes/download?promotionId=${promotion.id}&amp;groupId=${group.id}">${ctx.words.download}</a>`;
  }
  return html`<form method="post" action="/promotions/claim-codes/download"><input type="hidden" name="anti-csrftoken-a2z" value="${ctx.state.token}"><input type="hidden" name="promotionId" value="${promotion.id}"><input type="hidden" name="groupId" value="${group.id}">${submitButton({ id: `download-${group.id}`, text: ctx.words.download })}</form>`;
}

/** Amazon's download: a ZIP with a text file. File names, line ends and the missing header are guesses. */
export function claimCodesZip(group: ClaimCodeGroup): { name: string; bytes: Uint8Array } {
  const name = `claim_codes_${group.name.replace(/[^A-Za-z0-9_-]+/g, '_')}`;
  return { name: `${name}.zip`, bytes: zipSync({ [`${name}.txt`]: strToU8(`${group.codes.join('\n')}\n`) }) };
}
