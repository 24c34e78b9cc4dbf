import type { ReactNode } from 'react';
import { inks } from '#domain/codebook/inks.ts';
import type { Code, CodeId, CodeSetId } from '#domain/project/records.ts';
import { useKeyOf } from '#features/commands/index.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { ContextMenu } from '#ui/ContextMenu.tsx';
import { MenuItem, MenuSection, MenuSeparator, Submenu } from '#ui/Menu.tsx';
import { markOf } from './code-color.ts';
import { toggleCodesInSet } from './commands/change-sets.ts';
import { deleteCodes } from './commands/delete-codes.ts';
import type { Direction } from './commands/moved-words.ts';
import { editCode } from './commands/save-code.ts';
import { usePanelView } from './panel-state.ts';
import { askAboutCodes } from './questions.ts';
import { setsInOrder } from './sets-in-order.ts';

export interface CodeMenuProps {
  readonly menu: { readonly code: Code; readonly x: number; readonly y: number } | null;
  readonly onClose: () => void;
  readonly onNew: (parentId: CodeId | null) => void;
  readonly onEdit: (code: Code) => void;
  readonly onList: (code: Code) => void;
  readonly onWriteMemo: (code: Code) => void;
  readonly onHistory: (code: Code) => void;
  readonly onMove: (ids: readonly CodeId[], direction: Direction) => void;
}

/** What can be done with a code, or with all that are marked, each with its key. */
export function CodeMenu({ menu, onClose, ...act }: CodeMenuProps): ReactNode {
  const project = useProject();
  const { selected } = usePanelView();
  const { t } = useTranslation('codebook');
  const { t: common } = useTranslation('common');
  const code = menu?.code;
  const ids = code ? (selected.has(code.id) ? [...selected] : [code.id]) : [];
  const isOne = ids.length === 1;
  const mergeKey = useKeyOf('mergeCodes');
  const splitKey = useKeyOf('splitCode');
  const isFixed = project.isReadOnly;
  const label = isOne ? t('menuLabel', { name: code?.name ?? '' }) : common('codesMarked', { count: ids.length });
  return (
    <ContextMenu at={menu} label={label} onClose={onClose}>
      {code && isOne && (
        <>
          <MenuItem shortcut="F2" isDisabled={isFixed} onAction={() => act.onEdit(code)}>
            {t('edit')}
          </MenuItem>
          <MenuItem shortcut="Shift+Enter" isDisabled={isFixed} onAction={() => act.onNew(code.id)}>
            {t('newSubcode')}
          </MenuItem>
          <MenuItem onAction={() => act.onList(code)}>{t('listCodings')}</MenuItem>
          <MenuItem isDisabled={isFixed} onAction={() => act.onWriteMemo(code)}>
            {t('writeMemo')}
          </MenuItem>
          <MenuItem onAction={() => act.onHistory(code)}>{t('history')}</MenuItem>
          <ColorMenu code={code} onClose={onClose} />
          <MenuSeparator />
        </>
      )}
      <MenuItem
        shortcut={mergeKey}
        isDisabled={isFixed || project.codes.size < 2}
        onAction={() => askAboutCodes({ kind: 'merge', ids, survivorId: null })}
      >
        {isOne ? t('mergeWith') : t('mergeThese')}
      </MenuItem>
      {code && isOne && (
        <>
          <MenuItem
            shortcut={splitKey}
            isDisabled={isFixed}
            onAction={() => askAboutCodes({ kind: 'split', id: code.id })}
          >
            {t('split')}
          </MenuItem>
          <MenuItem isDisabled={isFixed} onAction={() => askAboutCodes({ kind: 'moveCodings', id: code.id })}>
            {t('moveCodings')}
          </MenuItem>
        </>
      )}
      <SetsMenu ids={ids} onClose={onClose} />
      <MenuSeparator />
      <MenuItem shortcut="Alt+Up" isDisabled={isFixed} onAction={() => act.onMove(ids, 'up')}>
        {t('moveUp')}
      </MenuItem>
      <MenuItem shortcut="Alt+Down" isDisabled={isFixed} onAction={() => act.onMove(ids, 'down')}>
        {t('moveDown')}
      </MenuItem>
      <MenuItem shortcut="Alt+Right" isDisabled={isFixed} onAction={() => act.onMove(ids, 'in')}>
        {t('moveIn')}
      </MenuItem>
      <MenuItem shortcut="Alt+Left" isDisabled={isFixed} onAction={() => act.onMove(ids, 'out')}>
        {t('moveOut')}
      </MenuItem>
      <MenuItem isDisabled={isFixed} onAction={() => askAboutCodes({ kind: 'moveCodes', ids })}>
        {t('moveUnder')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        isDangerous
        shortcut="Delete"
        isDisabled={isFixed}
        onAction={() => void deleteCodes(project, ids).catch(() => undefined)}
      >
        {t('delete')}
      </MenuItem>
    </ContextMenu>
  );
}

function ColorMenu({ code, onClose }: { code: Code; onClose: () => void }): ReactNode {
  const project = useProject();
  const { t } = useTranslation('codebook');
  return (
    <Submenu
      item={<MenuItem isDisabled={project.isReadOnly}>{t('color')}</MenuItem>}
      label={t('color')}
      className="ink-menu"
    >
      <MenuSection
        checked={{
          ids: [code.color],
          isMultiple: false,
          onChange: ([color]) => {
            if (color) void editCode(project, code.id, { color });
            // Only the submenu closes by itself.
            onClose();
          },
        }}
      >
        {inks.map(({ name }) => (
          <MenuItem key={name} id={name} textValue={t(`inks.${name as 'brick'}`)}>
            <CodeMark {...markOf({ color: name })} /> {t(`inks.${name as 'brick'}`)}
          </MenuItem>
        ))}
      </MenuSection>
    </Submenu>
  );
}

function SetsMenu({ ids, onClose }: { ids: readonly CodeId[]; onClose: () => void }): ReactNode {
  const project = useProject();
  const { t } = useTranslation('codebook');
  const sets = setsInOrder(project);
  const holding = sets.filter(({ codeIds }) => ids.every((id) => codeIds.includes(id))).map(({ id }) => id as string);
  return (
    <Submenu item={<MenuItem isDisabled={project.isReadOnly}>{t('inSets')}</MenuItem>} label={t('inSets')}>
      {sets.length > 0 && (
        <MenuSection
          checked={{
            ids: holding,
            isMultiple: true,
            onChange: (now) => {
              const changed = now.find((id) => !holding.includes(id)) ?? holding.find((id) => !now.includes(id));
              if (changed) void toggleCodesInSet(project, changed as CodeSetId, ids).catch(() => undefined);
              onClose();
            },
          }}
        >
          {sets.map(({ id, name }) => (
            <MenuItem key={id} id={id}>
              {name}
            </MenuItem>
          ))}
        </MenuSection>
      )}
      <MenuItem
        onAction={() => {
          onClose();
          askAboutCodes({ kind: 'sets', setId: null, codeIds: ids });
        }}
      >
        {t('newSetOf')}
      </MenuItem>
    </Submenu>
  );
}
