import * as v from 'valibot';
import { ask, bridge, ProblemError } from '#bridge/bridge.ts';
import type { SampleProjectFiles } from '#contract/application.ts';
import { normaliseText } from '#domain/corpus/normalise-text.ts';
import type { CoderId, Source, SourceId } from '#domain/project/records.ts';
import { sourceRecord } from '#features/corpus-import/index.ts';
import { systemEnvironment } from '#features/project/index.ts';
import { createProject, deleteProject, refreshCounts, registry } from '#features/project-list/index.ts';
import { OpenProject } from '#storage/open-project.ts';
import type { RegisteredProject } from '#storage/registry.ts';
import { storeTexts } from '#storage/texts.ts';
import { sampleChange } from './sample-change.ts';
import { sampleDescriptionSchema, type SampleDescription } from './sample-description.ts';

/**
 * The sample project: the one there is, else made now from what Postil ships. It is a project like any other, to be coded
 * on and deleted.
 * @throws ProblemError `sampleMissing` when what is shipped cannot be understood
 */
export async function openSampleProject(): Promise<RegisteredProject> {
  const files = await ask(bridge().application.openSampleProject());
  const parsed = v.safeParse(sampleDescriptionSchema, files.description);
  if (!parsed.success) throw new ProblemError('sampleMissing');
  const present = await registry.findByName(parsed.output.name);
  if (present) return present;
  const created = await createProject(parsed.output.name);
  try {
    await fill(created, parsed.output, files.texts);
  } catch {
    await deleteProject(created);
    throw new ProblemError('sampleMissing');
  }
  return (await registry.findByName(created.name)) ?? created;
}

async function fill(
  created: RegisteredProject,
  description: SampleDescription,
  texts: SampleProjectFiles['texts'],
): Promise<void> {
  const firstCoder = description.coders[0] ?? '';
  const project = await OpenProject.open(created.databaseName, firstCoder, systemEnvironment);
  try {
    const sources = await makeSources(description, texts, project.coderId);
    const stored = [...sources.values()].map(({ source, text }) => ({ sha256: source.textSha256, text }));
    await storeTexts(project.database, stored, []);
    const ingredients = { description, project: project.project, sources, coderId: project.coderId };
    await project.commit(sampleChange(ingredients, systemEnvironment), {
      label: { key: 'createSample', params: {} },
      policy: 'undoable',
    });
    await project.loadAllCodings(() => Promise.resolve());
    await refreshCounts(created.id, project);
  } finally {
    await project.close();
  }
}

async function makeSources(
  description: SampleDescription,
  texts: SampleProjectFiles['texts'],
  importedBy: CoderId,
): Promise<Map<string, { source: Source; text: string }>> {
  const raw = new Map(texts.map(({ file, text }) => [file, text]));
  const importedAt = systemEnvironment.now();
  const sources = new Map<string, { source: Source; text: string }>();
  for (const { file, name } of description.sources) {
    const original = raw.get(file);
    if (original === undefined) throw new Error(`the sample's text "${file}" is missing`);
    const text = normaliseText(original);
    const bytes = new TextEncoder().encode(original);
    const document = {
      path: file,
      name,
      mediaType: 'text/plain' as const,
      sizeInBytes: bytes.length,
      fileSha256: await sha256(bytes),
      text,
      textSha256: await sha256(new TextEncoder().encode(text)),
      encoding: 'utf-8',
      encodingCertainty: 'valid' as const,
      warnings: [],
    };
    const id = systemEnvironment.newId() as SourceId;
    sources.set(file, { source: sourceRecord(document, { id, importedAt, importedBy }), text });
  }
  return sources;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
