import { useEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { CodebookEntry } from '#domain/codebook/document/codebook-document.ts';
import { CodeText, markOf } from '#features/codebook/index.ts';
import { useCommand } from '#features/commands/index.ts';
import { readCodebookDocument, usualDocument, type CodebookDocument } from '#features/exports/index.ts';
import { useProject } from '#features/project/index.ts';
import { t, useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { showToast } from '#ui/Toast.tsx';
import './printed-codebook.css';

const DEEPEST_HEADING = 6;

/**
 * Prints the codebook, all of it, whatever is on the screen: a document of its own that only paper sees. It is there from the
 * command to the end of printing.
 */
export function PrintedCodebook(): ReactNode {
  const project = useProject();
  const { t: page } = useTranslation('codebookPage');
  const [printed, setPrinted] = useState<CodebookDocument | null>(null);
  const print = async (): Promise<void> => {
    const isWritten = project.codes.size > 0 || (project.project.codebookIntroduction ?? '') !== '';
    if (!isWritten) showToast({ message: page('nothingToPrint') });
    else setPrinted(await readCodebookDocument(project, usualDocument));
  };
  useCommand('print', () => void print().catch(() => showToast({ message: t('codebookPage:notPrinted') })));
  useEffect(() => {
    if (!printed) return undefined;
    const finish = (): void => setPrinted(null);
    window.addEventListener('afterprint', finish);
    // Once it is laid out.
    const frame = requestAnimationFrame(() => window.print());
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('afterprint', finish);
    };
  }, [printed]);
  if (!printed) return null;
  const { introduction, entries, words } = printed;
  return createPortal(
    <section className="printed-codebook" lang={words.language} aria-hidden>
      <h1 dir="auto">{words.title}</h1>
      <p className="printed-facts">{words.subtitle}</p>
      {introduction !== '' && (
        <p className="printed-introduction" dir="auto">
          <CodeText text={introduction} />
        </p>
      )}
      {entries.map((entry) => (
        <PrintedEntry key={entry.code.id} entry={entry} words={words} />
      ))}
    </section>,
    document.body,
  );
}

function PrintedEntry({ entry, words }: { entry: CodebookEntry; words: CodebookDocument['words'] }): ReactNode {
  const { code, depth, counts, countsBelow, criteria, quotations } = entry;
  const Heading = `h${Math.min(depth + 2, DEEPEST_HEADING)}` as 'h2';
  const aliases = code.aliases ?? [];
  return (
    <article className="printed-entry">
      <header>
        <Heading dir="auto">
          {code.isCodable && <CodeMark {...markOf(code)} />} {code.name}
        </Heading>
        {words.counts && <p className="printed-facts">{words.counts(countsBelow ?? counts)}</p>}
      </header>
      {code.summary && (
        <p className="printed-summary" dir="auto">
          <CodeText text={code.summary} />
        </p>
      )}
      {code.definition !== '' && (
        <p dir="auto">
          <CodeText text={code.definition} />
        </p>
      )}
      {criteria.length > 0 && (
        <dl>
          {criteria.map(({ field, text }) => (
            <div key={field}>
              <dt>{words.criteria[field]}</dt>
              <dd dir="auto">
                <CodeText text={text} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {aliases.length > 0 && <p className="printed-facts">{`${words.aliases}: ${aliases.join(', ')}`}</p>}
      {quotations.map((passage, at) => (
        <blockquote key={at} dir="auto" style={{ borderColor: markOf(code).color }}>
          {passage.text}
          <footer>{words.place(passage.source, passage.paragraph)}</footer>
        </blockquote>
      ))}
    </article>
  );
}
