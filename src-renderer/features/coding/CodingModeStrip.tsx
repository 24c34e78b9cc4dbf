import { X } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { codesOfDigits, keyOf } from '#domain/codebook/code-keys.ts';
import { markOf, useCodeTree } from '#features/codebook/index.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Kbd } from '#ui/Kbd.tsx';
import { useSessionState } from './session-context.tsx';
import './coding-mode.css';

export interface CodingModeStripProps {
  /** As if the key had been pressed. */
  readonly onGive: (key: string) => void;
  readonly onLeave: () => void;
}

/** What each key gives while coding mode is on: codes with keys of their own in the order of the keys, then recent ones. */
export function CodingModeStrip({ onGive, onLeave }: CodingModeStripProps): ReactNode {
  const project = useProject();
  const tree = useCodeTree();
  const { t } = useTranslation('coding');
  const recent = useSessionState((state) => state.recent);
  const keyed = useMemo(() => {
    const digits = codesOfDigits(project.codes, recent);
    return tree
      .codes()
      .filter(({ isCodable }) => isCodable)
      .map((code) => ({ code, key: keyOf(code, digits) }))
      .filter(({ key }) => key !== '')
      .toSorted((a, b) => a.key.localeCompare(b.key));
  }, [project, tree, recent]);
  return (
    <div className="coding-mode" role="toolbar" aria-label={t('mode')} title={t('modeHint')}>
      <span className="coding-mode-title">{t('mode')}</span>
      {keyed.length === 0 && <span className="coding-mode-empty">{t('modeNoKeys')}</span>}
      <div className="coding-mode-codes">
        {keyed.map(({ code, key }) => (
          <button
            key={code.id}
            type="button"
            className="coding-mode-code"
            title={code.name}
            onClick={() => onGive(key)}
          >
            <Kbd keys={key.toUpperCase()} />
            <CodeMark {...markOf(code)} />
            <span>{code.name}</span>
          </button>
        ))}
      </div>
      <IconButton icon={X} size="small" label={t('modeLeave')} shortcut="Escape" onPress={onLeave} />
    </div>
  );
}
