export { listenForCommands } from './listen-for-commands.ts';
