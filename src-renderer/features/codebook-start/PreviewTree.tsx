import { useMemo, type ReactNode } from 'react';
import { buildCodeTree, type CodeTree } from '#domain/codebook/code-tree.ts';
import type { CodebookRow } from '#domain/interchange/codebook-rows.ts';
import { importCodebookRows } from '#domain/interchange/import-codebook.ts';
import type { Code } from '#domain/project/records.ts';
import { markOf } from '#features/codebook/index.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';

/** The codes as they would stand in an empty codebook, with their definitions. */
export function PreviewTree({ rows }: { rows: readonly CodebookRow[] }): ReactNode {
  const { coderId, environment } = useProject();
  const { t } = useTranslation('codebookStart');
  const tree = useMemo(() => {
    const { change } = importCodebookRows({ rows, warnings: [] }, [], coderId, environment);
    return buildCodeTree(change.codes?.added ?? []);
  }, [rows, coderId, environment]);
  return (
    <section aria-label={t('preview')}>
      <h3 className="start-count">{t('codes', { count: tree.rows.length })}</h3>
      <Level codes={tree.roots} tree={tree} />
    </section>
  );
}

function Level({ codes, tree }: { codes: readonly Code[]; tree: CodeTree }): ReactNode {
  return (
    <ul className="start-tree">
      {codes.map((code) => {
        const below = tree.childrenOf(code.id);
        return (
          <li key={code.id}>
            <p className="start-code">
              {code.isCodable && <CodeMark {...markOf(code)} />}
              <span>{code.name}</span>
            </p>
            {code.definition !== '' && (
              <p className="start-definition serif" dir="auto">
                {code.definition}
              </p>
            )}
            {below.length > 0 && <Level codes={below} tree={tree} />}
          </li>
        );
      })}
    </ul>
  );
}
