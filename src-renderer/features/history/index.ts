export { HistoryPanel } from './HistoryPanel.tsx';
export { lineText, stepText } from './step-text.ts';
