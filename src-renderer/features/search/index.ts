export { FindBar } from './FindBar.tsx';
export { FoundList } from './FoundList.tsx';
export { SearchProvider, useSearch, useSearchState } from './search-context.tsx';
