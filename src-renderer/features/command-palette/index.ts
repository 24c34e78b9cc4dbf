export { PaletteOnCommand } from './PaletteOnCommand.tsx';
