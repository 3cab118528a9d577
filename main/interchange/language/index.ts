/** In which language a text is, where its file does not say. */
export { type DetectedLanguage, detectLanguage } from './detect.ts';
