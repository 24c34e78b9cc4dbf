import type { ReactNode } from 'react';
import type { Source } from '#domain/project/records.ts';
import { encodingName, encodings } from '#bridge/encoding-name.ts';
import { problemOf } from '#bridge/bridge.ts';
import { problemText } from '#bridge/problem-text.ts';
import { changeEncoding } from '#features/corpus-import/index.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { Select } from '#ui/Select.tsx';
import { showToast } from '#ui/Toast.tsx';

/** What the import had to say about a source, where it is read; a guessed encoding can be set right here. */
export function SourceRemarks({ source }: { source: Source }): ReactNode {
  const project = useProject();
  const { t } = useTranslation('workbench');
  const isGuessed = source.encodingCertainty === 'guessed';
  const warnings = source.warnings.filter(({ code }) => code !== 'encodingGuessed');
  if (!isGuessed && warnings.length === 0) return null;
  const readAs = (encoding: string): void => {
    changeEncoding(project, source, encoding).catch((error: unknown) =>
      showToast({ message: problemText(problemOf(error)) }),
    );
  };
  const known = encodings.some((encoding) => encoding === source.encoding) ? [] : [source.encoding];
  return (
    <div className="source-remarks">
      {isGuessed && (
        <div className="source-encoding">
          <span>{t('guessedEncoding')}</span>
          <Select
            label={t('readAs')}
            isLabelHidden
            options={[...known, ...encodings].map((id) => ({ id, label: encodingName(id) }))}
            value={source.encoding}
            onChange={readAs}
            isDisabled={project.isReadOnly}
          />
        </div>
      )}
      {warnings.map((warning) => (
        <p key={warning.code}>{problemText(warning)}</p>
      ))}
    </div>
  );
}
