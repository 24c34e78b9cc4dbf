import { ChevronDown } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button, Popover } from 'react-aria-components';
import type { Code, CodeId } from '#domain/project/records.ts';
import { useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { Icon } from '#ui/Icon.tsx';
import { markOf } from '../code-color.ts';
import { useCodeTree } from '../tree-of-project.ts';
import type { OtherChoice } from './choice-rows.ts';
import { CodeList } from './CodeList.tsx';
import { CodePath } from './CodePath.tsx';
import '#ui/Menu.css';
import '#ui/Select.css';
import '#ui/TextField.css';
import './code-chooser.css';

export interface CodeChooserProps<T extends string = never> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  /** Null while nothing is chosen. */
  readonly value: CodeId | NoInfer<T> | null;
  readonly onChange: (id: CodeId | NoInfer<T>) => void;
  /** What can be chosen in place of a code, before all of them. */
  readonly others?: readonly OtherChoice<T>[];
  readonly isCodableOnly?: boolean;
  readonly among?: ReadonlySet<CodeId>;
  /** Why a code cannot be chosen, null where it can. */
  readonly refuse?: (code: Code) => string | null;
  readonly autoFocus?: boolean;
}

/** Says which code is chosen, and opens the list to choose another one. Letters typed on it are looked for at once. */
export function CodeChooser<T extends string = never>(props: CodeChooserProps<T>): ReactNode {
  const {
    label,
    isLabelHidden = false,
    value,
    onChange,
    others,
    isCodableOnly,
    among,
    refuse,
    autoFocus = false,
  } = props;
  const tree = useCodeTree();
  const { t } = useTranslation('codebook');
  const button = useRef<HTMLButtonElement>(null);
  const labelId = useId();
  const valueId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const other = others?.find(({ id }) => id === value);
  const code = value === null || other ? undefined : tree.get(value as CodeId);
  const close = (): void => setTyped(null);
  const choose = (id: CodeId | T): void => {
    close();
    if (id !== value) onChange(id);
  };
  const openByKey = (event: KeyboardEvent): void => {
    const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    const isLetter = /^.$/u.test(event.key) && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (typed !== null || !(isArrow || isLetter)) return;
    event.preventDefault();
    event.stopPropagation();
    setTyped(isLetter ? event.key : '');
  };
  return (
    <div className="ui-select code-chooser">
      <span id={labelId} className={isLabelHidden ? 'visually-hidden' : 'ui-label'}>
        {label}
      </span>
      <div className="code-chooser-keys" onKeyDownCapture={openByKey}>
        <Button
          ref={button}
          className="ui-select-button"
          autoFocus={autoFocus}
          aria-labelledby={`${valueId} ${labelId}`}
          aria-haspopup="dialog"
          aria-expanded={typed !== null}
          onPress={() => setTyped('')}
        >
          {code?.isCodable && <CodeMark {...markOf(code)} />}
          <span id={valueId} className="truncated code-chooser-value">
            {code ? (
              <>
                {/* The name first: a path that is cut off would say everything but it. */}
                <bdi>{code.name}</bdi>{' '}
                <span className="code-chooser-path">
                  <CodePath tree={tree} id={code.id} />
                </span>
              </>
            ) : (
              (other?.label ?? t('chooserOpen'))
            )}
          </span>
          <Icon of={ChevronDown} size={14} />
        </Button>
      </div>
      <Popover
        className="ui-popover code-chooser-popover"
        aria-label={label}
        triggerRef={button}
        isOpen={typed !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) close();
        }}
        placement="bottom start"
        offset={4}
      >
        <div
          className="code-chooser-content"
          onKeyDown={(event) => {
            if (event.key !== 'Tab') return;
            event.preventDefault();
            close();
          }}
        >
          <CodeList
            label={label}
            value={value}
            onChoose={choose}
            initialQuery={typed ?? ''}
            {...(others && { others })}
            {...(isCodableOnly !== undefined && { isCodableOnly })}
            {...(among && { among })}
            {...(refuse && { refuse })}
          />
        </div>
      </Popover>
    </div>
  );
}
