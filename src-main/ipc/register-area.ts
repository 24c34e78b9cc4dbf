import { type IpcMainInvokeEvent, app, ipcMain } from 'electron';
import type { Area, Handlers } from '#contract/area.ts';
import { channelOf } from '#contract/channels.ts';
import type { Result } from '#contract/result.ts';
import { answerRequest } from './answer-request.ts';

/** Whether a message comes from our own page; made in `windows/our-page.ts`. */
export type SenderCheck = (event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>) => boolean;

/** Opens one area of the contract to the window. */
export function registerArea<A extends Area>(name: string, area: A, handlers: Handlers<A>, isOurs: SenderCheck): void {
  for (const request of Object.keys(area.requests)) {
    ipcMain.handle(channelOf(name, request), async (event, input: unknown): Promise<Result<unknown>> => {
      if (!isOurs(event)) return { ok: false, problem: { code: 'notAllowed', params: {} } };
      return answerRequest({ area, handlers, name: request, input, isDevelopment: !app.isPackaged });
    });
  }
}
