export { FrameDialogs } from './frame-dialogs.tsx';
