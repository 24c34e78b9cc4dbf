import type { ReactNode } from 'react';

/** Postil's sign: a page with a stroke in its margin. */
export function Mark(): ReactNode {
  return (
    <svg className="mark" viewBox="0 0 18 18" aria-hidden>
      <rect width="18" height="18" rx="4" fill="var(--solid)" />
      <path d="M4.5 5.5h5M4.5 9h5M4.5 12.5h3" stroke="var(--on-solid)" strokeWidth="1.5" strokeLinecap="round" />
      <path d="M13 5v5" stroke="var(--on-solid)" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
