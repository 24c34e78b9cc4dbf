export { ProjectHome, type ProjectHomeProps } from './ProjectHome.tsx';
