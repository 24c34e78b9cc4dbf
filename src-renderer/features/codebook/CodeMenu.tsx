import type { ReactNode } from 'react';
import { inks } from '#domain/codebook/inks.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { ContextMenu } from '#ui/ContextMenu.tsx';
import { MenuItem, MenuSection, MenuSeparator, Submenu } from '#ui/Menu.tsx';
import { markOf } from './code-color.ts';
import type { Direction } from './commands/move-code.ts';
import { editCode } from './commands/save-code.ts';

export interface CodeMenuProps {
  readonly menu: { readonly code: Code; readonly x: number; readonly y: number } | null;
  readonly onClose: () => void;
  readonly onNew: (parentId: CodeId | null) => void;
  readonly onEdit: (code: Code) => void;
  readonly onDelete: (code: Code) => void;
  readonly onList: (code: Code) => void;
  readonly onWriteMemo: (code: Code) => void;
  readonly onMove: (code: Code, direction: Direction) => void;
}

/** What can be done with a code, each with its key. */
export function CodeMenu({ menu, onClose, ...act }: CodeMenuProps): ReactNode {
  const project = useProject();
  const { t } = useTranslation('codebook');
  const code = menu?.code;
  return (
    <ContextMenu at={menu} label={t('menuLabel', { name: code?.name ?? '' })} onClose={onClose}>
      <MenuItem shortcut="F2" onAction={() => code && act.onEdit(code)}>
        {t('edit')}
      </MenuItem>
      <MenuItem onAction={() => code && act.onNew(code.id)}>{t('newSubcode')}</MenuItem>
      <MenuItem onAction={() => code && act.onList(code)}>{t('listCodings')}</MenuItem>
      <MenuItem isDisabled={project.isReadOnly} onAction={() => code && act.onWriteMemo(code)}>
        {t('writeMemo')}
      </MenuItem>
      <Submenu item={<MenuItem>{t('color')}</MenuItem>} label={t('color')} className="ink-menu">
        <MenuSection
          checked={{
            ids: code ? [code.color] : [],
            isMultiple: false,
            onChange: ([color]) => {
              if (code && color) void editCode(project, code.id, { color });
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
      <MenuSeparator />
      <MenuItem shortcut="Alt+Up" onAction={() => code && act.onMove(code, 'up')}>
        {t('moveUp')}
      </MenuItem>
      <MenuItem shortcut="Alt+Down" onAction={() => code && act.onMove(code, 'down')}>
        {t('moveDown')}
      </MenuItem>
      <MenuItem shortcut="Alt+Right" onAction={() => code && act.onMove(code, 'in')}>
        {t('moveIn')}
      </MenuItem>
      <MenuItem shortcut="Alt+Left" onAction={() => code && act.onMove(code, 'out')}>
        {t('moveOut')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem isDangerous shortcut="Delete" onAction={() => code && act.onDelete(code)}>
        {t('delete')}
      </MenuItem>
    </ContextMenu>
  );
}
