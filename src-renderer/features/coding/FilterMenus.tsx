import { Highlighter, Users } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { codesOf, toggleCode, toggleCoder, type CodingFilter } from '#domain/coding/coding-filter.ts';
import type { CodeTree } from '#domain/codebook/code-tree.ts';
import { codersInOrder } from '#domain/project/coders-in-order.ts';
import type { CodeId, CoderId } from '#domain/project/records.ts';
import { CodeList, useCodeTree } from '#features/codebook/index.ts';
import { useCommandCenter, useIsEnabled, useKeyOf, type CommandId } from '#features/commands/index.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Kbd } from '#ui/Kbd.tsx';
import { MenuButton, MenuItem, MenuSection, MenuSeparator } from '#ui/Menu.tsx';
import { PopoverButton } from '#ui/PopoverButton.tsx';
import { useSession, useSessionState } from './session-context.tsx';
import './filter-menus.css';

const NONE: ReadonlySet<CodeId> = new Set();

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

const codeCommands = ['allCodes', 'onlyThisCode', 'hideCodes'] as const satisfies readonly CommandId[];

function CodesMenu({ filter }: { filter: CodingFilter }): ReactNode {
  const session = useSession();
  const tree = useCodeTree();
  const { t } = useTranslation('coding');
  const chosen = useMemo(() => codesOf(filter.codes ?? [], tree), [filter, tree]);
  const shown = filter.isOff ? NONE : chosen;
  const words = codesShown(filter, chosen, tree, t);
  return (
    <PopoverButton
      label={t('codesShown', { shown: words })}
      className="filter-codes"
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
      <p className="filter-title" aria-hidden>
        {t('onlyTheseCodes')}
      </p>
      <CodeList
        label={t('onlyTheseCodes')}
        value={shown}
        onChoose={(id) => {
          if (id) session.filter(toggleCode({ ...filter, ...(filter.isOff && { codes: null }) }, id, tree));
        }}
      />
      <div className="filter-commands">
        {codeCommands.map((command) => (
          <FilterCommand key={command} command={command} />
        ))}
      </div>
    </PopoverButton>
  );
}

function FilterCommand({ command }: { command: CommandId }): ReactNode {
  const center = useCommandCenter();
  const key = useKeyOf(command);
  const { t } = useTranslation('commands');
  return (
    <Button look="quiet" isDisabled={!useIsEnabled(command)} onPress={() => center.run(command)}>
      <span className="filter-command">{t(command)}</span>
      {key !== '' && <Kbd keys={key} />}
    </Button>
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
