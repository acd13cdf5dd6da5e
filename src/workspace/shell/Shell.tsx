import type { ComponentChildren, RefObject } from 'preact';
import { Logo } from '../../ui/parts/Logo';
import { Sentence } from '../../ui/parts/Sentence';
import { say } from '../../words/say';
import { type Route, settingsHref } from '../parts/route';
import { Icon } from './icons';
import { rooms } from './rooms';

interface ShellProps {
  root: RefObject<HTMLDivElement | null>;
  page: Route['page'];
  /** A file is held over the window. */
  over: boolean;
  /** Opens the sheet where codes are added; null while the page itself shows it. */
  onAdd: (() => void) | null;
  /** Where every page stands: its title and what belongs beside it, then the page itself. */
  children: ComponentChildren;
}

/** The frame of all pages: the way to each at the side (below, where the window is narrow), and where the codes are. */
export function Shell({ root, page, over, onAdd, children }: ShellProps) {
  return (
    <div ref={root} class={`workspace ${over ? 'workspace-drop' : ''}`}>
      <header class="side">
        <a class="brand" href="#/">
          <Logo /> {say('name')}
        </a>
        {onAdd && (
          <button type="button" class="cc-button cc-primary side-add" data-testid="add-codes" onClick={onAdd}>
            <Icon name="add" />
            {say('importTitle')}
          </button>
        )}
        <nav class="rooms" aria-label={say('workspaceNav')}>
          {rooms.map((room) => (
            <a
              key={room.href}
              href={room.href}
              aria-current={currentOf(room, page)}
              data-testid={room.testId}
            >
              <Icon name={room.icon} />
              <span>{say(room.name)}</span>
            </a>
          ))}
        </nav>
      </header>
      <main>{children}</main>
      <footer class="foot">
        <Sentence
          of={say('workspaceFoot', { save: '{save}' })}
          parts={{ save: <a href={settingsHref('backup')}>{say('workspaceFootSave')}</a> }}
        />
      </footer>
      {over && (
        <div class="drop-veil" aria-hidden="true">
          {say('workspaceDrop')}
        </div>
      )}
    </div>
  );
}

function currentOf(room: (typeof rooms)[number], page: Route['page']) {
  return room.page === page ? 'page' : room.holds.includes(page) ? 'true' : undefined;
}
