import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { problemOf } from '#bridge/bridge.ts';
import { encodingName, encodings, scriptOf } from '#bridge/encoding-name.ts';
import { problemText } from '#bridge/problem-text.ts';
import type { Source } from '#domain/project/records.ts';
import { useProject } from '#features/project/index.ts';
import { t as translate, useTranslation } from '#i18n/index.ts';
import { Icon } from '#ui/Icon.tsx';
import { Select } from '#ui/Select.tsx';
import { changeEncoding } from './change-encoding.ts';
import type { FileOutcome } from './import-report.ts';
import { outcomeText } from './report-text.ts';

const signs = {
  skipped: { icon: CircleAlert, tone: 'danger' },
  imported: { icon: TriangleAlert, tone: 'warn' },
  changed: { icon: TriangleAlert, tone: 'warn' },
  same: { icon: Info, tone: 'info' },
  unchanged: { icon: Info, tone: 'info' },
} as const;

/** One file of the report; a guessed encoding can be put right here. */
export function OutcomeRow({ outcome }: { outcome: FileOutcome }): ReactNode {
  const { icon, tone } = signs[outcome.kind];
  const isGuessed = outcome.kind === 'imported' && outcome.source.encodingCertainty === 'guessed';
  return (
    <li className={`import-row import-row-${tone}`}>
      <Icon of={icon} size={15} />
      <b>{outcome.path}</b>
      {isGuessed ? (
        <EncodingChoice source={outcome.source} text={outcomeText(outcome)} />
      ) : (
        <p>{outcomeText(outcome)}</p>
      )}
    </li>
  );
}

/** For whom an encoding is: few people know it by its number. */
function detailOf(encoding: string): { detail?: string } {
  const script = scriptOf(encoding);
  return script ? { detail: translate(`corpusImport:${script}`) } : {};
}

function EncodingChoice({ source: imported, text }: { source: Source; text: string }): ReactNode {
  const { t } = useTranslation('corpusImport');
  const project = useProject();
  const [source, setSource] = useState(imported);
  const [said, setSaid] = useState(text);
  const choose = async (encoding: string): Promise<void> => {
    try {
      const current = project.sources.get(source.id) ?? source;
      setSource(await changeEncoding(project, current, encoding));
      setSaid(t('encodingChanged', { encoding: encodingName(encoding) }));
    } catch (error) {
      setSaid(problemText(problemOf(error)));
    }
  };
  const labels = [...new Set([source.encoding, ...encodings])];
  return (
    <>
      <div className="import-encoding">
        <Select
          label={t('readAsFor', { name: source.name })}
          isLabelHidden
          options={labels.map((id) => ({ id, label: encodingName(id), ...detailOf(id) }))}
          value={source.encoding}
          onChange={(encoding) => void choose(encoding)}
        />
      </div>
      <p aria-live="polite">{said}</p>
    </>
  );
}
