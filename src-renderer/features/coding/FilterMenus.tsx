import { Highlighter, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { codesOf, toggleCode, toggleCoder, type CodingFilter } from '#domain/coding/coding-filter.ts';
import type { CodeTree } from '#domain/codebook/code-tree.ts';
import { codersInOrder } from '#domain/project/coders-in-order.ts';
import type { CodeId, CoderId } from '#domain/project/records.ts';
import { markOf, useCodeTree } from '#features/codebook/index.ts';
import { CommandItem } from '#features/commands/index.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { CodeMark } from '#ui/CodeMark.tsx';
import { MenuButton, MenuItem, MenuSection, MenuSeparator } from '#ui/Menu.tsx';
import { useSession, useSessionState } from './session-context.tsx';
import './filter-menus.css';

/** Two menus that say which codings are to be seen, and change it: by code, by coder. */
export function FilterMenus(): ReactNode {
  const filter = useSessionState((state) => state.filter);
  return (
    <>
      <CodesMenu filter={filter} />
      <CodersMenu filter={filter} />
    </>
  );
}

function CodesMenu({ filter }: { filter: CodingFilter }): ReactNode {
  const session = useSession();
  const tree = useCodeTree();
  const { t } = useTranslation('coding');
  const chosen = codesOf(filter.codes ?? [], tree);
  const ids: string[] = filter.isOff ? [] : [...chosen];
  const words = codesShown(filter, chosen, tree, t);
  return (
    <MenuButton
      label={t('codesShown', { shown: words })}
      className="filter-menu"
      button={
        <Button
          look="quiet"
          icon={Highlighter}
          className="filter-button"
          aria-label={t('codesShown', { shown: words })}
          data-in-force={filter.isOff || filter.codes !== null || undefined}
        >
          <span className="filter-words">{words}</span>
        </Button>
      }
    >
      <CommandItem command="allCodes" />
      <CommandItem command="onlyThisCode" />
      <CommandItem command="hideCodes" />
      <MenuSeparator />
      <MenuSection
        title={t('onlyTheseCodes')}
        checked={{
          ids,
          isMultiple: true,
          onChange: (now) => {
            const changed = now.find((id) => !ids.includes(id)) ?? ids.find((id) => !now.includes(id));
            if (changed)
              session.filter(toggleCode({ ...filter, ...(filter.isOff && { codes: null }) }, changed as CodeId, tree));
          },
        }}
      >
        {tree.rows.map(({ code, depth }) => (
          <MenuItem key={code.id} id={code.id} textValue={code.name} shouldCloseOnSelect={false}>
            <span className="filter-code" style={{ paddingInlineStart: depth * 14 }} data-code-id={code.id}>
              {code.isCodable && <CodeMark {...markOf(code)} />}
              <span className="truncated">{code.name}</span>
            </span>
          </MenuItem>
        ))}
      </MenuSection>
    </MenuButton>
  );
}

function CodersMenu({ filter }: { filter: CodingFilter }): ReactNode {
  const session = useSession();
  const project = useProject();
  const { t } = useTranslation('coding');
  const ids: string[] = [...(filter.coders ?? [])];
  const words = codersShown(filter, project.coders, t);
  return (
    <MenuButton
      label={t('codersShown', { shown: words })}
      className="filter-menu"
      button={
        <Button
          look="quiet"
          icon={Users}
          className="filter-button"
          aria-label={t('codersShown', { shown: words })}
          data-in-force={filter.coders !== null || undefined}
        >
          <span className="filter-words">{words}</span>
        </Button>
      }
    >
      <MenuItem onAction={() => session.filter({ ...filter, coders: null })}>{t('allCoders')}</MenuItem>
      <MenuSeparator />
      <MenuSection
        title={t('onlyTheseCoders')}
        checked={{
          ids,
          isMultiple: true,
          onChange: (now) => {
            const changed = now.find((id) => !ids.includes(id)) ?? ids.find((id) => !now.includes(id));
            if (changed) session.filter(toggleCoder(filter, changed as CoderId));
          },
        }}
      >
        {codersInOrder(project.coders.values()).map(({ id, name }) => (
          <MenuItem key={id} id={id} shouldCloseOnSelect={false}>
            {name}
          </MenuItem>
        ))}
      </MenuSection>
    </MenuButton>
  );
}

type Translate = ReturnType<typeof useTranslation<'coding'>>['t'];

function codesShown(filter: CodingFilter, chosen: ReadonlySet<CodeId>, tree: CodeTree, t: Translate): string {
  if (filter.isOff) return t('noCodesShown');
  if (filter.codes === null) return t('allCodes');
  const [only] = filter.codes;
  if (filter.codes.length === 1 && only) return tree.get(only.codeId)?.name ?? '';
  return t('someCodes', { count: [...chosen].filter((id) => tree.get(id)?.isCodable).length });
}

function codersShown(
  { coders }: CodingFilter,
  known: ReadonlyMap<CoderId, { readonly name: string }>,
  t: Translate,
): string {
  if (coders === null) return t('allCoders');
  const [only] = coders;
  return coders.length === 1 && only ? (known.get(only)?.name ?? '') : t('someCoders', { count: coders.length });
}
