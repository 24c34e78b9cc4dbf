export { CodePalette, type PaletteRequest } from './CodePalette.tsx';
export { CodingsList, type CodingsScope } from './CodingsList.tsx';
export { CodingSession } from './coding-session.ts';
export { Inspector } from './Inspector.tsx';
export { FilterMenus } from './FilterMenus.tsx';
export { SessionProvider, useSession, useSessionState } from './session-context.tsx';
export { useFilter } from './use-filter.ts';
