import { memo, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { Code, Coding } from '#domain/project/records.ts';
import { editCode, InkPicker, markOf } from '#features/codebook/index.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { Kbd } from '#ui/Kbd.tsx';
import { PopoverButton } from '#ui/PopoverButton.tsx';
import type { CodebookFacts } from './codebook-facts.ts';
import { EntryTools } from './EntryTools.tsx';
import { labelledFields, writtenIn, type PageField } from './page-fields.ts';
import { PageFieldView } from './PageFieldView.tsx';
import { Quotations } from './Quotations.tsx';

export interface EntryActions {
  readonly onJump: (coding: Coding) => void;
  readonly onHistory: (code: Code) => void;
  readonly onChooseExample: (code: Code) => void;
}

export interface EntryViewProps {
  readonly code: Code;
  readonly depth: number;
  readonly tree: CodeTree;
  /** Null until all codings have been read. */
  readonly facts: CodebookFacts | null;
  readonly isAtHand: boolean;
  /** In the order of the tree. */
  readonly index: number;
  readonly actions: EntryActions;
}

/** A heading deeper than this is a paragraph to assistive technology. */
const DEEPEST_HEADING = 6;
const DEEPEST_INDENT = 5;

/** A code as one reads about it: what it is, when to give it, where it was given. */
export const EntryView = memo(function EntryView(props: EntryViewProps): ReactNode {
  const { code, depth, tree, facts, isAtHand, index, actions } = props;
  const project = useProject();
  const { t } = useTranslation('codebookPage');
  const nameId = useId();
  const [opened, setOpened] = useState<ReadonlyMap<PageField, number | undefined>>(new Map());
  const open = (field: PageField, caretAt?: number): void => {
    if (!project.isReadOnly) setOpened((before) => new Map(before).set(field, caretAt));
  };
  const fieldOf = (field: PageField, label: string): ReactNode => (
    <PageFieldView
      code={code}
      field={field}
      label={label}
      isOpen={opened.has(field)}
      isAtHand={isAtHand}
      caretAt={opened.get(field)}
      onOpen={(caretAt) => open(field, caretAt)}
      onClose={() =>
        setOpened((before) => {
          const rest = new Map(before);
          rest.delete(field);
          return rest;
        })
      }
    />
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== 'F2')) return;
    event.preventDefault();
    event.stopPropagation();
    open(event.key === 'F2' ? 'name' : 'definition');
  };
  const isGroup = tree.childrenOf(code.id).length > 0;
  const Heading = `h${Math.min(depth + 2, DEEPEST_HEADING)}` as 'h2';
  const rows = labelledFields.filter(
    (field) => opened.has(field) || (field !== 'shortcut' && writtenIn(code, field) !== ''),
  );
  return (
    <article
      className="codebook-entry"
      data-code-id={code.id}
      data-group={isGroup || undefined}
      data-depth={Math.min(depth, DEEPEST_INDENT)}
      data-at-hand={isAtHand || undefined}
      aria-labelledby={nameId}
      aria-posinset={index + 1}
      aria-setsize={tree.rows.length}
      tabIndex={isAtHand ? 0 : -1}
      onKeyDown={onKeyDown}
    >
      <div className="codebook-entry-main">
        <header className="codebook-head">
          {code.isCodable && <ColorButton code={code} isAtHand={isAtHand} />}
          <Heading id={nameId}>{fieldOf('name', t('fields.name'))}</Heading>
          {code.shortcut !== '' && <Kbd keys={code.shortcut} />}
          <Counts code={code} tree={tree} facts={facts} />
        </header>
        <div className="codebook-body">
          {fieldOf('summary', t('fields.summary'))}
          {fieldOf('definition', t('fields.definition'))}
          {rows.length > 0 && (
            <dl className="codebook-criteria">
              {rows.map((field) => (
                <div key={field} className="codebook-criterion">
                  <dt aria-hidden>{t(`fields.${field}`)}</dt>
                  <dd>{fieldOf(field, t(`fields.${field}`))}</dd>
                </div>
              ))}
            </dl>
          )}
        </div>
        {isAtHand && (
          <EntryTools
            code={code}
            opened={opened}
            onOpen={open}
            actions={actions}
            hasCodings={hasCodings(facts, code)}
          />
        )}
      </div>
      {facts && (
        <Quotations code={code} codings={facts.quotationsOf(code)} isAtHand={isAtHand} onJump={actions.onJump} />
      )}
    </article>
  );
});

function hasCodings(facts: CodebookFacts | null, { id }: Code): boolean {
  return facts !== null && facts.codingsOf(id).length > 0;
}

function ColorButton({ code, isAtHand }: { code: Code; isAtHand: boolean }): ReactNode {
  const project = useProject();
  const { t } = useTranslation('codebookPage');
  if (project.isReadOnly) return <CodeMark {...markOf(code)} size={11} />;
  const label = t('colorOf', { name: code.name });
  return (
    <PopoverButton
      label={label}
      className="codebook-inks"
      button={
        <AriaButton className="codebook-mark" aria-label={label} excludeFromTabOrder={!isAtHand}>
          <CodeMark {...markOf(code)} size={11} />
        </AriaButton>
      }
    >
      <InkPicker color={code.color} onChange={(color) => void editCode(project, code.id, { color })} />
    </PopoverButton>
  );
}

interface CountsProps {
  readonly code: Code;
  readonly tree: CodeTree;
  readonly facts: CodebookFacts | null;
}

/** Of a group what is in it, of any other code how often it was given; by how many coders, to whoever asks. */
function Counts({ code, tree, facts }: CountsProps): ReactNode {
  const { t } = useTranslation('codebookPage');
  const { t: common } = useTranslation('common');
  if (!facts) return <span className="codebook-counts" />;
  const codes = tree.descendantsOf(code.id).length;
  const counts = codes > 0 ? facts.countsBelow(code.id) : facts.countsOf(code.id);
  const codings = common('codings', { count: counts.codings });
  const sources = common('sources', { count: counts.sources });
  const more = t('countsInFull', { codings, sources, coders: t('coders', { count: counts.coders }) });
  return (
    <span className="codebook-counts number" title={more}>
      {codes > 0 ? (
        t('groupCounts', { codes: common('codes', { count: codes }), codings })
      ) : (
        <>
          <span>{codings}</span>
          {counts.codings > 0 && <span>{sources}</span>}
        </>
      )}
    </span>
  );
}
