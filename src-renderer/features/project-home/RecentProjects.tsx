import { Ellipsis } from 'lucide-react';
import { useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import { formatDay, useTranslation } from '#i18n/index.ts';
import type { RegisteredProject } from '#storage/registry.ts';
import { ContextMenu, pointOf, type Point } from '#ui/ContextMenu.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { MenuButton, MenuItem, MenuSeparator } from '#ui/Menu.tsx';
import { StatusRing } from '#ui/StatusRing.tsx';
import './RecentProjects.css';

export interface RecentProjectsProps {
  projects: readonly RegisteredProject[];
  onOpen: (project: RegisteredProject) => void;
  onRename: (project: RegisteredProject) => void;
  onDelete: (project: RegisteredProject) => void;
}

/** Projects, the last opened first. Arrows and Enter; F2 renames, Delete deletes, the menu key shows both. */
export function RecentProjects(props: RecentProjectsProps): ReactNode {
  const { projects, onOpen } = props;
  const { t } = useTranslation('projectHome');
  const [menu, setMenu] = useState<{ project: RegisteredProject; at: Point } | null>(null);
  const projectOf = (target: EventTarget): RegisteredProject | undefined => {
    const row = target instanceof Element ? target.closest('[data-key]') : null;
    return projects.find(({ id }) => id === row?.getAttribute('data-key'));
  };
  const pressKey = (event: KeyboardEvent): void => {
    const project = projectOf(event.target);
    if (!project) return;
    if (event.key === 'Delete') props.onDelete(project);
    else if (event.key === 'F2') props.onRename(project);
  };
  const openMenu = (event: MouseEvent): void => {
    const project = projectOf(event.target);
    if (!project) return;
    event.preventDefault();
    setMenu({ project, at: pointOf(event) });
  };
  return (
    <section className="recent">
      <h2>{t('recent')}</h2>
      {projects.length === 0 && (
        <div className="recent-empty">
          <EmptyState title={t('emptyTitle')} strokes={1}>
            {t('emptyText')}
          </EmptyState>
        </div>
      )}
      {projects.length > 0 && (
        <div className="recent-scroll" onKeyDown={pressKey} onContextMenu={openMenu}>
          <GridList
            aria-label={t('recent')}
            items={projects}
            className="recent-list"
            autoFocus="first"
            onAction={(key) => {
              const project = projects.find(({ id }) => id === key);
              if (project) onOpen(project);
            }}
          >
            {(project) => <ProjectRow {...props} project={project} />}
          </GridList>
        </div>
      )}
      <ContextMenu
        label={t('actionsFor', { name: menu?.project.name ?? '' })}
        at={menu?.at ?? null}
        onClose={() => setMenu(null)}
      >
        {menu && projectActions(props, menu.project, t)}
      </ContextMenu>
    </section>
  );
}

function ProjectRow({ project, ...props }: RecentProjectsProps & { project: RegisteredProject }): ReactNode {
  const { t } = useTranslation('projectHome');
  const { t: common } = useTranslation('common');
  const { name, sources, codes, codings, codedSources } = project;
  return (
    <GridListItem id={project.id} textValue={name} className="recent-project">
      <b className="truncated" title={name}>
        {name}
      </b>
      <span className="recent-day number">{formatDay(project.openedAt)}</span>
      <span className="recent-counts number">
        <span>{common('sources', { count: sources })}</span>
        <span>{common('codes', { count: codes })}</span>
        <span>{common('codings', { count: codings })}</span>
      </span>
      {sources > 0 && (
        <span className="recent-share number">
          <StatusRing share={codedSources / sources} isChecked={codedSources === sources} />
          {codedSources === sources ? t('allCoded') : t('codedShare', { coded: codedSources, count: sources })}
        </span>
      )}
      <MenuButton
        label={t('actionsFor', { name })}
        placement="bottom end"
        button={<IconButton icon={Ellipsis} size="small" label={t('actionsFor', { name })} className="recent-more" />}
      >
        {projectActions(props, project, t)}
      </MenuButton>
    </GridListItem>
  );
}

type Translate = ReturnType<typeof useTranslation<'projectHome'>>['t'];

function projectActions(
  { onOpen, onRename, onDelete }: Pick<RecentProjectsProps, 'onOpen' | 'onRename' | 'onDelete'>,
  project: RegisteredProject,
  t: Translate,
): ReactNode {
  return (
    <>
      <MenuItem shortcut="Enter" onAction={() => onOpen(project)}>
        {t('open')}
      </MenuItem>
      <MenuItem shortcut="F2" onAction={() => onRename(project)}>
        {t('rename')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem shortcut="Delete" isDangerous onAction={() => onDelete(project)}>
        {t('delete')}
      </MenuItem>
    </>
  );
}
