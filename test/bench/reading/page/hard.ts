import { type Setting, translate } from './base.ts';
import {
  anySetting,
  contradiction,
  labelTexts,
  type Mutant,
  type Mutation,
  make,
  otherOptions,
} from './mutant.ts';
import { rewordings, translation } from './words.ts';

export const reword: Mutation = (mutant) => {
  const { random, language } = mutant;
  const able = labelTexts(mutant).filter(
    (text) => rewordings(language, (text.nodeValue ?? '').trim()).length > 0,
  );
  for (const text of random.shuffle(able).slice(0, 2))
    text.nodeValue = random.pick(rewordings(language, (text.nodeValue ?? '').trim()));
};

/** Another language takes over a part of the labels. */
export const translateHalf: Mutation = (mutant) => {
  const { random, language } = mutant;
  if (language === 'en') {
    const part = new Map([...translation(random.pick(['ja', 'de']))].filter(() => random.chance(0.4)));
    translate(mutant.root, part);
  } else {
    const back = [...translation(language)].map(([english, own]) => [own, english] as const);
    translate(mutant.root, new Map(back.filter(() => random.chance(0.4))));
  }
};

export const moveSections: Mutation = ({ root, random }) => {
  const sections = [...root.querySelectorAll(':scope > .a-section')];
  if (sections.length > 1) root.append(...random.shuffle(sections));
  else {
    const rows = [
      ...root.querySelectorAll(':scope > .a-row, :scope > fieldset, :scope > div, :scope > p, tbody > tr'),
    ];
    const parent = rows[0]?.parentElement;
    const whole = rows.filter((row) => row.parentElement === parent);
    const cut = Math.floor(random.next() * whole.length);
    parent?.append(...whole.slice(0, cut));
  }
};

export const hiddenTwin: Mutation = (mutant) => {
  const any = anySetting(mutant);
  if (!any) return;
  const { row } = any;
  const twin = contradiction(row, mutant.random);
  const how = mutant.random.pick([
    'display:none',
    'visibility:hidden',
    'position:absolute;left:-9999px',
    'hidden',
  ]);
  if (how === 'hidden') twin.hidden = true;
  else twin.style.cssText = how;
  if (mutant.random.chance(0.5)) row.before(twin);
  else row.after(twin);
};

export const disabledCopy: Mutation = (mutant) => {
  const any = anySetting(mutant);
  if (!any) return;
  const { row } = any;
  const copy = contradiction(row, mutant.random);
  for (const el of copy.querySelectorAll('input, select, textarea, button')) el.setAttribute('disabled', '');
  for (const el of copy.querySelectorAll('[role]')) el.setAttribute('aria-disabled', 'true');
  if (copy.querySelector('kat-input, kat-checkbox')) copy.setAttribute('inert', '');
  row.after(copy);
};

/** Another form on the page uses the same words: a search, a template picker, a dialog. */
export const decoyForm: Mutation = (mutant) => {
  const { random, root } = mutant;
  const holder = make(random.pick(['form', 'form', 'aside', 'dialog']), {});
  if (holder.tagName === 'DIALOG') holder.setAttribute('open', '');
  for (let count = 0; count < 3; count++) {
    const any = anySetting(mutant);
    if (any) holder.append(contradiction(any.row, random));
  }
  if (random.chance(0.5)) root.before(holder);
  else root.after(holder);
};

const tierButtons = '[data-add-tier], [data-remove-tier], button:not([role]):not([aria-pressed])';

const isKnown = (el: Element) => /^(start|end)Date$|^internalDescription$/.test(el.id);

function isNamedFrom(el: Element, row: Element): boolean {
  const label = (el as Partial<HTMLInputElement>).labels?.[0];
  return label !== undefined && !row.contains(label);
}

/** A quiz or example within the form uses the same control once more. */
export const decoyWithin: Mutation = (mutant) => {
  const any = anySetting(mutant);
  if (!any) return;
  const copy = contradiction(any.row, mutant.random);
  any.row.before(copy);
  // Nobody could tell the two apart: nothing read is right, unless by a known id, or by a label elsewhere
  // that is tied to the first. A component keeps the id of the field that went into it.
  const isTold = [...any.row.querySelectorAll('x-field')].some(isKnown);
  if (!isTold) blind(mutant, any.row, any.setting, (el) => isKnown(el) || isNamedFrom(el, any.row));
  if (copy.querySelector(tierButtons)) mutant.truth.tiers = null;
};

/** Every setting within a block can't be seen any more. */
function blind(
  mutant: Mutant,
  block: Element,
  also?: Setting,
  except: (el: Element) => boolean = () => false,
): void {
  for (const [setting, els] of mutant.controls)
    if ((setting === also || els.some((el) => block.contains(el))) && !els.some(except))
      mutant.truth[setting] = null;
  if (block.querySelector(tierButtons)) mutant.truth.tiers = null;
}

export const fold: Mutation = (mutant) => {
  const any = anySetting(mutant);
  if (!any) return;
  const { setting, row } = any;
  const how = mutant.random.pick(['hidden', 'display', 'details'] as const);
  if (how === 'details' && row.tagName !== 'TR') {
    const details = make('details', {}, make('summary', {}, 'More'));
    row.replaceWith(details);
    details.append(row);
  } else row.style.display = 'none';
  blind(mutant, row, setting);
};

/** The controls have not come yet: an empty frame stands there. */
export const notThereYet: Mutation = (mutant) => {
  const any = anySetting(mutant);
  if (!any) return;
  const { setting, row } = any;
  const whole = mutant.random.chance(0.3);
  blind(mutant, row, setting);
  if (whole) row.remove();
  else
    for (const el of [
      ...row.querySelectorAll(
        `input, select, textarea, button, [role], kat-input, kat-radiobutton, kat-checkbox, .a-radio, .a-checkbox, .a-dropdown-container, ${tierButtons}`,
      ),
    ])
      if (el.isConnected) el.replaceWith(make('span', { class: 'skeleton' }));
};

export const radiosToAria: Mutation = (mutant) => {
  for (const setting of ['claimCode', 'combinability'] as const)
    mutant.controls.set(
      setting,
      (mutant.controls.get(setting) ?? []).map((radio) => {
        const label = radio.closest('label');
        if (!(radio instanceof HTMLInputElement) || !label) return radio;
        const drawn = make(
          'div',
          { role: 'radio', tabindex: '0', 'aria-checked': String(radio.checked) },
          label.textContent ?? '',
        );
        label.replaceWith(drawn);
        return drawn;
      }),
    );
};

export const checkboxToSwitch: Mutation = (mutant) => {
  for (const setting of ['onePerCustomer', 'detailPage'] as const) {
    const box = mutant.controls.get(setting)?.[0];
    const label = box?.closest('label');
    // What was folded within its label would come into sight, and its truth be none.
    if (mutant.truth[setting] === null) continue;
    if (!(box instanceof HTMLInputElement) || !label || mutant.random.chance(0.3)) continue;
    const drawn = make(
      'button',
      {
        type: 'button',
        role: mutant.random.pick(['switch', 'checkbox']),
        'aria-checked': String(box.checked),
      },
      label.textContent ?? '',
    );
    label.replaceWith(drawn);
    mutant.controls.set(setting, [drawn]);
  }
};

/** A drawn dropdown instead of the native select, over it, or over one that no longer agrees with it. */
export const drawDropdowns: Mutation = (mutant) => {
  const { random } = mutant;
  for (const [setting, els] of mutant.controls)
    for (const select of els) {
      if (!(select instanceof HTMLSelectElement) || !random.chance(0.4)) continue;
      const chosen = select.selectedOptions[0]?.text ?? '';
      const others = [...select.options].map((option) => option.text).filter((text) => text !== chosen);
      const torn = random.chance(0.15) && others.length > 0 && !select.closest('.a-dropdown-container');
      const face = make(
        'div',
        { role: 'combobox', tabindex: '0', 'aria-haspopup': 'listbox' },
        torn ? random.pick(others) : chosen,
      );
      const label = select.getAttribute('aria-label');
      if (label !== null) face.setAttribute('aria-label', label);
      const container = select.closest('.a-dropdown-container') ?? select;
      const holder = make('div', {});
      // What was folded stays so.
      holder.style.display = (container as HTMLElement).style.display;
      container.replaceWith(holder);
      if (torn || random.chance(0.5)) {
        select.style.display = 'none';
        holder.append(select, face);
        // Both are the control now: what becomes of the hidden one alone, nobody sees.
        mutant.controls.set(
          setting,
          els.flatMap((el) => (el === select ? [select, face] : [el])),
        );
        if (torn) mutant.truth[setting] = null;
      } else {
        holder.append(face);
        otherOptions.set(face, others);
        mutant.controls.set(
          setting,
          els.map((el) => (el === select ? face : el)),
        );
      }
    }
};

export const radiosToSelect: Mutation = (mutant) => {
  const setting = mutant.random.pick(['claimCode', 'combinability'] as const);
  const radios = mutant.controls.get(setting) ?? [];
  const first = radios[0];
  if (!(first instanceof HTMLInputElement) || !first.closest('.a-radio')) return;
  const select = make('select', {}, make('option', {}, '')) as HTMLSelectElement;
  for (const radio of radios as HTMLInputElement[]) {
    const option = make('option', {}, radio.closest('label')?.textContent?.trim() ?? '');
    if (radio.checked) option.setAttribute('selected', '');
    select.append(option);
  }
  first.closest('.a-radio')?.before(select);
  for (const radio of radios) radio.closest('.a-radio')?.remove();
  mutant.controls.set(setting, [select]);
};

/** Inputs move into a component, its shadow root open or closed. */
export const inputToComponent: Mutation = (mutant) => {
  const { random } = mutant;
  for (const setting of ['trackingId', 'internalDescription', 'discount', 'start', 'end'] as const)
    for (const input of mutant.controls.get(setting) ?? []) {
      if (!(input instanceof HTMLInputElement) || !random.chance(0.4)) continue;
      const host = make('x-field', input.id ? { id: input.id } : {});
      const said = input.getAttribute('aria-label') ?? '';
      if (said !== '') host.setAttribute('label', said);
      input.replaceWith(host);
      const inner = make('input', { part: 'input', value: input.value });
      host.attachShadow({ mode: random.chance(0.5) ? 'open' : 'closed' }).append(inner);
    }
};

/** Bare texts before their radios: the text behind each radio belongs to the next one. */
export const labelsBeforeRadios: Mutation = (mutant) => {
  for (const setting of ['claimCode', 'combinability'] as const) {
    const radios = (mutant.controls.get(setting) ?? []).filter((el) => el.closest('.a-radio'));
    for (const radio of radios) {
      const text = radio.closest('label')?.textContent?.trim() ?? '';
      radio.closest('.a-radio')?.replaceWith(`${text} `, radio, ' ');
    }
  }
};

export const radiosWithoutNames: Mutation = (mutant) => {
  for (const setting of ['claimCode', 'combinability'] as const)
    for (const radio of mutant.controls.get(setting) ?? []) {
      const on = (radio as HTMLInputElement).checked;
      radio.removeAttribute('name');
      (radio as HTMLInputElement).checked = on;
    }
};

export const unwrapBlocks: Mutation = ({ root, random }) => {
  for (const el of root.querySelectorAll('div, span')) {
    if (!random.chance(0.3) || el.hasAttributes() === false) continue;
    if (
      el.matches(
        '[role], [hidden], [inert], .a-radio, .a-checkbox, .a-dropdown-container, .a-button, .skeleton',
      ) ||
      el.closest('.a-button, [style]')
    )
      continue;
    el.replaceWith(...el.childNodes);
  }
};

/** The form's own element goes; its fields stand in the page. */
export const dropForm: Mutation = (mutant) => {
  const holder = make('div', {});
  mutant.root.before(holder);
  holder.append(...mutant.root.childNodes);
  mutant.root.remove();
  Object.assign(mutant, { root: holder });
};
