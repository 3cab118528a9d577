import './ui.css';

export * from './button.tsx';
export * from './dialog.tsx';
export * from './error-boundary.tsx';
export * from './fields.tsx';
export * from './hint.tsx';
export * from './menu.tsx';
export * from './picker.tsx';
export * from './progress.tsx';
export * from './signs.tsx';
export * from './surfaces.tsx';
export * from './tabs.tsx';
export * from './toolbar.tsx';
