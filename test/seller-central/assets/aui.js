// Behaviour of the AUI-like pages. Listeners stand on the document, so parts may be made anew.

const find = (selector) => document.querySelector(selector);

/** AUI changes fields by script without any event; so does this. */
function setQuietly(field, value) {
  field.value = value;
  const prompt = field.closest('.a-dropdown-container')?.querySelector('.a-dropdown-prompt');
  if (prompt) prompt.textContent = field.selectedOptions[0]?.textContent ?? '';
  showWhatApplies();
}

function closePopover() {
  find('.a-popover')?.remove();
}

function openPopover(anchor, content) {
  closePopover();
  const popover = document.createElement('div');
  popover.className = 'a-popover';
  popover.append(content);
  document.body.append(popover);
  const { left, bottom } = anchor.getBoundingClientRect();
  popover.style.left = `${left + scrollX}px`;
  popover.style.top = `${bottom + scrollY + 2}px`;
}

function link(className, text, onClick) {
  const made = document.createElement('a');
  made.href = '#';
  made.className = className;
  made.textContent = text;
  made.addEventListener('click', (event) => {
    event.preventDefault();
    onClick();
    closePopover();
  });
  return made;
}

function openDropdown(face) {
  const field = face.closest('.a-dropdown-container').querySelector('select');
  const list = document.createElement('div');
  list.setAttribute('role', 'listbox');
  for (const option of field.options) {
    list.append(link('a-dropdown-link', option.textContent, () => setQuietly(field, option.value)));
  }
  openPopover(face, list);
}

/** The calendar shows the month of the field's date, written as the field writes it. */
function openCalendar(icon) {
  const field = document.getElementById(icon.dataset.for);
  const parts = field.value.match(/\d+/g) ?? [];
  const separator = field.value.match(/\D/)?.[0] ?? '/';
  const dayAt = icon.dataset.order.indexOf('d');
  const grid = document.createElement('div');
  grid.className = 'a-datepicker-grid';
  for (let day = 1; day <= 28; day++) {
    const date = parts.map((part, i) => (i === dayAt ? String(day).padStart(2, '0') : part)).join(separator);
    grid.append(link('a-datepicker-day', String(day), () => setQuietly(field, date)));
  }
  openPopover(icon, grid);
}

/** Rows that stand for one claim code kind, or with one choice of a select, appear and go. */
function showWhatApplies() {
  const kind = find('[data-decides="claim-code"] input:checked')?.value;
  for (const part of document.querySelectorAll('[data-shown-for]')) {
    part.hidden = !part.dataset.shownFor.split(' ').includes(kind);
  }
  for (const part of document.querySelectorAll('[data-shown-with]')) {
    const [id, value] = part.dataset.shownWith.split('=');
    part.hidden = document.getElementById(id)?.value !== value;
  }
}

function suggestCode() {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  return Array.from({ length: 8 }, () => letters[Math.floor(Math.random() * letters.length)]).join('');
}

function toggleExpander(header) {
  const content = document.getElementById(header.getAttribute('aria-controls'));
  const template = content.querySelector(':scope > template');
  if (template) template.replaceWith(template.content);
  content.hidden = !content.hidden;
  header.setAttribute('aria-expanded', String(!content.hidden));
}

const actions = [
  ['.a-button-dropdown .a-button-text', openDropdown],
  ['.a-datepicker', openCalendar],
  ['.a-expander-header', toggleExpander],
  ['[data-suggest]', (el) => setQuietly(document.getElementById(el.dataset.suggest), suggestCode())],
  [
    '[data-add-tier]',
    (el) =>
      document.getElementById(el.dataset.addTier).append(find('#tier-template').content.cloneNode(true)),
  ],
  ['[data-remove-tier]', (el) => el.closest('.tier').remove()],
];

document.addEventListener('click', (event) => {
  for (const [selector, act] of actions) {
    const el = event.target.closest?.(selector);
    if (!el) continue;
    if (el.tagName === 'A') event.preventDefault();
    act(el);
    return;
  }
  if (!event.target.closest?.('.a-popover')) closePopover();
});

document.addEventListener('change', (event) => {
  if (event.target.matches('select')) setQuietly(event.target, event.target.value);
  else showWhatApplies();
});

/** Some pages make parts anew after loading; values stay, elements don't. */
const rerender = find('form[data-rerender]');
if (rerender) {
  setTimeout(() => {
    const old = document.getElementById(rerender.dataset.rerender);
    if (!old) return;
    const checked = new Map([...old.querySelectorAll('input')].map((input) => [input.id, input.checked]));
    const made = old.cloneNode(true);
    old.replaceWith(made);
    for (const input of made.querySelectorAll('input')) input.checked = checked.get(input.id) ?? false;
    made.dataset.made = 'again';
  }, 300);
}
