import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../../words/say';

interface PageTopProps {
  title: string;
  /** The page above this one. */
  back?: { readonly href: string; readonly name: string } | null;
  /** Small words behind the title. */
  tags?: readonly string[];
  /** What the title takes the focus for, once, since what led here is gone. */
  focusFor?: string | null;
  children?: ComponentChildren;
}

/** A page's title, in the window's own name as well, with what stands beside it on every page. */
export function PageTop({ title, back = null, tags = [], focusFor = null, children }: PageTopProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = say('pageTitle', { page: title });
  }, [title]);
  useEffect(() => {
    if (focusFor) heading.current?.focus();
  }, [focusFor]);
  return (
    <div class="top">
      <div class="top-title">
        {back && (
          <a class="back" href={back.href}>
            {back.name}
          </a>
        )}
        <h1 id="page-title" ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {tags.map((tag) => (
          <span key={tag} class="cc-tag">
            {tag}
          </span>
        ))}
      </div>
      {children}
    </div>
  );
}
