import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { inkNamed, inks } from '#domain/codebook/inks.ts';
import { useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { cssColor, markOf } from './code-color.ts';

const COLUMNS = 8;

/** The sixteen inks with their shapes, and any other colour. Arrow keys walk the grid. */
export function InkPicker({ color, onChange }: { color: string; onChange: (color: string) => void }): ReactNode {
  const { t } = useTranslation('codebook');
  const grid = useRef<HTMLDivElement>(null);
  const chosen = Math.max(
    0,
    inks.findIndex((ink) => ink.name === color),
  );
  const walk = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -COLUMNS, ArrowDown: COLUMNS }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(inks.length - 1, chosen + step));
    const ink = inks[next];
    if (!ink) return;
    onChange(ink.name);
    const button = grid.current?.children[next];
    if (button instanceof HTMLElement) button.focus();
  };
  return (
    <div className="ink-picker">
      <div className="ui-label" id="ink-label">
        {t('color')}
      </div>
      <div className="ink-grid" role="radiogroup" aria-labelledby="ink-label" ref={grid} onKeyDown={walk}>
        {inks.map((ink, index) => (
          <button
            key={ink.name}
            type="button"
            role="radio"
            aria-checked={ink.name === color}
            aria-label={t(`inks.${ink.name as 'brick'}`)}
            title={t(`inks.${ink.name as 'brick'}`)}
            tabIndex={index === chosen ? 0 : -1}
            className="ink"
            onClick={() => onChange(ink.name)}
          >
            <CodeMark {...markOf({ color: ink.name })} size={14} />
          </button>
        ))}
      </div>
      <label className="own-color">
        <input
          type="color"
          value={inkNamed(color) ? '#808080' : color}
          onChange={(event) => onChange(event.target.value.toLowerCase())}
        />
        <span>{inkNamed(color) ? t('ownColor') : t('ownColorChosen', { color })}</span>
        {!inkNamed(color) && <span className="own-color-sample" style={{ background: cssColor(color) }} />}
      </label>
    </div>
  );
}
