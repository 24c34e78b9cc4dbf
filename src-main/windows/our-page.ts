import { type BrowserWindow, type IpcMainInvokeEvent, app } from 'electron';
import type * as v from 'valibot';
import { channelOf } from '#contract/channels.ts';
import type { Contract } from '#contract/index.ts';
import { isOwnSender } from '#main/ipc/is-own-sender.ts';

type Events<A extends keyof Contract> = Contract[A]['events'];
type Payload<A extends keyof Contract, E extends keyof Events<A>> = Events<A>[E] extends v.GenericSchema
  ? v.InferInput<Events<A>[E]>
  : never;

/** The one page of this process: in the main window, or in the one that carries out commands. */
export interface OurPage {
  readonly window: BrowserWindow;
  /** The page has said `application.ready`; it hears events from then on. */
  readonly ready: Promise<void>;
  readonly markReady: () => void;
  readonly isSender: (event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>) => boolean;
  readonly announce: <A extends keyof Contract, E extends keyof Events<A> & string>(
    area: A,
    event: E,
    payload: Payload<A, E>,
  ) => Promise<void>;
}

export function ourPage(window: BrowserWindow, developmentUrl: string | null): OurPage {
  let markReady = (): void => undefined;
  const ready = new Promise<void>((resolve) => {
    markReady = resolve;
  });
  const { webContents } = window;
  return {
    window,
    ready,
    markReady: () => markReady(),
    isSender: ({ sender, senderFrame }) =>
      isOwnSender(
        {
          frameUrl: senderFrame?.url ?? null,
          isMainFrame: senderFrame !== null && senderFrame === sender.mainFrame,
          isOurWindow: sender === webContents,
        },
        app.isPackaged ? null : developmentUrl,
      ),
    announce: async (area, event, payload) => {
      await ready;
      if (!webContents.isDestroyed()) webContents.send(channelOf(area, event), payload);
    },
  };
}
