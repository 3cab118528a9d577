export { AnalyseView } from './analyse-view.tsx';
