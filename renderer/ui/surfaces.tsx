import type { ReactNode } from 'react';

/** A framed piece of paper. */
export function Card({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <section className="card" {...(label ? { 'aria-label': label } : {})}>
      {children}
    </section>
  );
}

/** A small rounded fact. */
export function Chip({ children }: { children: ReactNode }) {
  return <span className="chip">{children}</span>;
}

/** What stands where nothing is yet: says so, and what to do about it. */
export function EmptyState({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children && <div className="empty-text">{children}</div>}
      {actions && <div className="empty-actions">{actions}</div>}
    </div>
  );
}

/** The small heading above a list. */
export function SectionTitle({ children }: { children: ReactNode }) {
  return <h3 className="section-title">{children}</h3>;
}
