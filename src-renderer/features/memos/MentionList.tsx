import { FileText, StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { Icon } from '#ui/Icon.tsx';
import type { FoundThing } from './find-things.ts';

export interface MentionListProps {
  readonly id: string;
  readonly things: readonly FoundThing[];
  readonly current: number;
  /** Of the `@`, in CSS pixels of the window. */
  readonly rect: DOMRect;
  readonly onChoose: (thing: FoundThing) => void;
}

const WIDTH = 268;
const ROW = 30;
const GAP = 4;

/** What `@` offers, beneath what is typed, or above it where there is no room. The keyboard stays in the text. */
export function MentionList({ id, things, current, rect, onChoose }: MentionListProps): ReactNode {
  const { t } = useTranslation('memos');
  const height = things.length * ROW + 8;
  const isAbove = rect.bottom + GAP + height > window.innerHeight;
  const top = isAbove ? rect.top - GAP - height : rect.bottom + GAP;
  const left = Math.max(8, Math.min(rect.left, window.innerWidth - WIDTH - 8));
  return (
    <div className="memo-mentions ui-popover" style={{ top, left, width: WIDTH }}>
      <ul role="listbox" id={id} aria-label={t('linkTo')}>
        {things.map((thing, index) => (
          <li
            key={`${thing.target.kind}/${thing.target.id}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            // The text keeps the keyboard.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(thing)}
          >
            {thing.mark ? (
              <CodeMark {...thing.mark} />
            ) : (
              <Icon of={thing.target.kind === 'source' ? FileText : StickyNote} size={14} />
            )}
            <span
              className={thing.target.kind === 'coding' ? 'memo-mention-name serif' : 'memo-mention-name'}
              dir="auto"
            >
              {thing.name}
            </span>
            <span className="memo-mention-detail">{thing.detail || t(`thing.${thing.target.kind}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
