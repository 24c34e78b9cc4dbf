export { TourProvider, useTour } from './tour-context.tsx';
export { TourCard } from './TourCard.tsx';
