export { StartingPointsDialog } from './StartingPointsDialog.tsx';
