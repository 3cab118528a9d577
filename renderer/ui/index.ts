/* In this order: later rules win. */
import './button.css';
import './hint.css';
import './fields.css';
import './list.css';
import './dialog.css';
import './picker.css';
import './surfaces.css';
import './progress.css';
import './tabs.css';
import './toolbar.css';
import './inputs.css';
import './popover-panel.css';

export * from './button.tsx';
export * from './checkbox.tsx';
export * from './dialog.tsx';
export * from './error-boundary.tsx';
export * from './fields.tsx';
export * from './hint.tsx';
export * from './inputs.tsx';
export * from './menu.tsx';
export * from './picker.tsx';
export * from './popover-panel.tsx';
export * from './progress.tsx';
export * from './signs.tsx';
export * from './surfaces.tsx';
export * from './tabs.tsx';
export * from './toolbar.tsx';
