import { createHash } from 'node:crypto';
import '#bridge/bridge.ts';
import type { ImportedDocument, SkippedFile } from '#contract/corpus-import.ts';
import type { SampleProjectFiles } from '#contract/application.ts';
import type { Command } from '#contract/command-line.ts';
import type { Grant } from '#contract/files.ts';
import type { Bridge } from '#contract/index.ts';
import { problem, ProblemError, type Problem, type Result } from '#contract/result.ts';
import { defaultSettings, type Settings } from '#contract/settings.ts';

type File =
  | { readonly bytes: Uint8Array }
  | { readonly text: string }
  | { readonly problem: Problem }
  | { readonly document: ImportedDocument };

/** The machine's side, as a folder in memory: what is put into `files` can be imported, what is exported is in `written`. */
export class FakeMachine {
  /** By path; a grant of the handle `folder` is all of them, any other handle is one of these paths. */
  readonly files = new Map<string, File>();
  readonly written = new Map<string, string>();
  /** Backups, by handle. */
  readonly writtenBytes = new Map<string, Buffer>();
  bytesPerPiece = 1000;
  readonly stdout: string[] = [];
  readonly stderr: string[] = [];
  readonly exitCodes: number[] = [];
  /** Answered instead of doing it, by `area.request`. */
  readonly failures = new Map<string, Problem>();
  filesPerBatch = 2;
  settings: Settings = { ...defaultSettings, coderName: 'M. Holm' };
  sample: SampleProjectFiles = { description: null, texts: [] };
  /** The next save dialog's answer. */
  saveTarget: Grant | null = null;
  #listener: ((payload: { commandId: string; command: Command }) => void) | null = null;
  #finish: ((exitCode: number) => void) | null = null;

  /** Has the page carry out a command, and waits for its end. */
  run(command: Command): Promise<number> {
    return new Promise((resolve) => {
      this.#finish = resolve;
      this.#listener?.({ commandId: 'c1', command });
    });
  }

  install(): Bridge {
    const bridge = this.#build();
    globalThis.bridge = bridge;
    return bridge;
  }

  #build(): Bridge {
    const imports = new Map<string, [string, File][]>();
    const exports = new Map<string, { handle: string; text: string }>();
    const pieces = new Map<string, Buffer>();
    const reading = new Map<string, number>();
    const nothing = () => undefined;
    const answer =
      <I, O>(name: string, work: (input: I) => O) =>
      (input: I): Promise<Result<O>> => {
        const failure = this.failures.get(name);
        if (failure) return Promise.resolve({ ok: false, problem: failure });
        try {
          return Promise.resolve({ ok: true, value: work(input) });
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          return Promise.resolve({ ok: false, problem: error.problem });
        }
      };
    const bridge = {
      application: {
        describe: answer('application.describe', () => ({
          version: '0.1.0',
          platform: 'linux' as const,
          dataDirectory: '/data',
          userName: 'holm',
          systemLanguage: 'en-GB',
        })),
        openSampleProject: answer('application.openSampleProject', () => this.sample),
        ready: answer('application.ready', nothing),
        onThemeChanged: () => nothing,
      },
      settings: {
        load: answer('settings.load', () => this.settings),
        save: answer(
          'settings.save',
          (changes: Partial<Settings>) => (this.settings = { ...this.settings, ...changes }),
        ),
      },
      files: {
        chooseFolder: answer('files.chooseFolder', () => null),
        chooseFiles: answer('files.chooseFiles', () => []),
        chooseSaveTarget: answer('files.chooseSaveTarget', () => this.saveTarget),
        takeStartupPaths: answer('files.takeStartupPaths', () => []),
        readTextFile: answer('files.readTextFile', ({ handle }: { handle: string }) => {
          const file = this.files.get(handle);
          if (this.writtenBytes.has(handle) || (file && 'bytes' in file))
            throw new ProblemError('binaryFile', { format: '' });
          const text = this.written.get(handle) ?? (file && 'text' in file ? file.text : '');
          return { name: handle, text: text.replace(/^\uFEFF/, ''), encoding: 'utf-8' };
        }),
        readBytes: answer('files.readBytes', ({ handle }: { handle: string }) => {
          const file = this.files.get(handle);
          const stored = file && 'bytes' in file ? file.bytes : this.writtenBytes.get(handle);
          return { name: handle, bytes: new Uint8Array(stored ?? []) };
        }),
        reveal: answer('files.reveal', nothing),
        onPathsOffered: () => nothing,
      },
      corpusImport: {
        open: answer('corpusImport.open', ({ handles }: { handles: string[] }) => {
          const importId = `i${imports.size + 1}`;
          const found = [...this.files].filter(([path]) => handles.includes('folder') || handles.includes(path));
          imports.set(importId, found);
          return { importId, total: found.length, folderName: 'folder' };
        }),
        next: answer('corpusImport.next', ({ importId }: { importId: string }) => {
          const left = imports.get(importId) ?? [];
          const batch = left.splice(0, this.filesPerBatch);
          const documents: ImportedDocument[] = [];
          const skipped: SkippedFile[] = [];
          for (const [path, file] of batch) {
            if ('problem' in file) skipped.push({ path, problem: file.problem });
            else if ('text' in file) documents.push(aDocument(path, file.text));
            else if ('document' in file) documents.push(file.document);
          }
          return { documents, skipped, finished: this.files.size - left.length, done: left.length === 0 };
        }),
        close: answer('corpusImport.close', nothing),
        decode: answer('corpusImport.decode', ({ bytes, encoding }: { bytes: Uint8Array; encoding: string }) => {
          const text = new TextDecoder(encoding).decode(bytes);
          return { text, textSha256: sha256(text) };
        }),
      },
      exports: {
        begin: answer('exports.begin', ({ handle }: { handle: string }) => {
          const exportId = `e${exports.size + 1}`;
          exports.set(exportId, { handle, text: '' });
          return { exportId };
        }),
        write: answer('exports.write', ({ exportId, text }: { exportId: string; text: string }) => {
          const file = exports.get(exportId);
          if (file) file.text += text;
          return undefined;
        }),
        writeBytes: answer('exports.writeBytes', ({ exportId, bytes }: { exportId: string; bytes: Uint8Array }) => {
          const { handle } = exports.get(exportId) ?? { handle: '' };
          pieces.set(handle, Buffer.concat([pieces.get(handle) ?? Buffer.alloc(0), bytes]));
          return undefined;
        }),
        finish: answer('exports.finish', ({ exportId }: { exportId: string }) => {
          const file = exports.get(exportId) ?? { handle: '', text: '' };
          const bytes = pieces.get(file.handle);
          if (bytes) this.writtenBytes.set(file.handle, bytes);
          else this.written.set(file.handle, file.text);
          return { name: file.handle, sizeInBytes: Buffer.byteLength(file.text) };
        }),
        abort: answer('exports.abort', ({ exportId }: { exportId: string }) => {
          pieces.delete(exports.get(exportId)?.handle ?? '');
          return undefined;
        }),
      },
      backups: {
        begin: answer('backups.begin', ({ projectId, layout }: { projectId: string; layout: number }) => {
          const exportId = `e${exports.size + 1}`;
          const handle = `backups/${projectId} ${layout}`;
          exports.set(exportId, { handle, text: '' });
          return { exportId, grant: { handle, name: handle, kind: 'file' as const } };
        }),
        open: answer('backups.open', ({ handle }: { handle: string }) => {
          reading.set(handle, 0);
          return { backupId: handle, name: handle, sizeInBytes: this.writtenBytes.get(handle)?.length ?? 0 };
        }),
        read: answer('backups.read', ({ backupId }: { backupId: string }) => {
          const from = reading.get(backupId) ?? 0;
          const piece = this.writtenBytes.get(backupId)?.subarray(from, from + this.bytesPerPiece);
          reading.set(backupId, from + this.bytesPerPiece);
          return piece && piece.length > 0 ? new Uint8Array(piece) : null;
        }),
        close: answer('backups.close', nothing),
      },
      commandLine: {
        print: answer('commandLine.print', ({ stream, text }: { stream: 'stdout' | 'stderr'; text: string }) => {
          this[stream].push(text);
          return undefined;
        }),
        finish: answer('commandLine.finish', ({ exitCode }: { exitCode: number }) => {
          this.exitCodes.push(exitCode);
          this.#finish?.(exitCode);
          return undefined;
        }),
        onCommandArrived: (listener: (payload: { commandId: string; command: Command }) => void) => {
          this.#listener = listener;
          return nothing;
        },
      },
      offerDropped: nothing,
    };
    // Requests without input are declared without a parameter, which `answer` gives to all.
    return bridge as unknown as Bridge;
  }
}

export function aDocument(path: string, text: string, more: Partial<ImportedDocument> = {}): ImportedDocument {
  return {
    path,
    name: path.replace(/^.*\//, '').replace(/\.[^.]+$/, ''),
    mediaType: 'text/plain',
    sizeInBytes: Buffer.byteLength(text),
    fileSha256: sha256(text),
    text,
    textSha256: sha256(text),
    encoding: 'utf-8',
    encodingCertainty: 'valid',
    originalBytes: null,
    warnings: [],
    ...more,
  };
}

/** A file whose encoding had to be guessed. */
export function aGuessedDocument(path: string, bytes: Uint8Array<ArrayBuffer>, encoding: string): ImportedDocument {
  const text = new TextDecoder(encoding).decode(bytes);
  return aDocument(path, text, {
    fileSha256: createHash('sha256').update(bytes).digest('hex'),
    encoding,
    encodingCertainty: 'guessed',
    originalBytes: bytes,
    warnings: [problem('encodingGuessed', { encoding })],
  });
}

export const theFolder: Grant = { handle: 'folder', name: 'folder', kind: 'folder' };

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
