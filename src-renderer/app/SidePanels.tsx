import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useKeyOf, type CommandId } from '#features/commands/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { Icon } from '#ui/Icon.tsx';
import { ariaShortcut, shortcutText } from '#ui/shortcut-text.ts';

const ids = ['passage', 'codings', 'found', 'history', 'memos'] as const;
export type SidePanelId = (typeof ids)[number];

export function isSidePanelId(value: unknown): value is SidePanelId {
  return ids.some((id) => id === value);
}

export interface SidePanel {
  readonly id: SidePanelId;
  readonly label: string;
  readonly icon: LucideIcon;
  /** What shows it from anywhere. */
  readonly command: CommandId;
  readonly content: ReactNode;
}

export interface SidePanelsProps {
  readonly panels: readonly SidePanel[];
  readonly shown: SidePanelId;
  readonly onShow: (id: SidePanelId) => void;
}

/** The right side: one panel at a time. Only the one that is shown has its name spelled out; there are more than fit. */
export function SidePanels({ panels, shown, onShow }: SidePanelsProps): ReactNode {
  const { t } = useTranslation('workbench');
  return (
    <Tabs className="right-side" selectedKey={shown} onSelectionChange={(key) => onShow(key as SidePanelId)}>
      <TabList className="inspector-tabs" aria-label={t('inspectorTabs')}>
        {panels.map((panel) => (
          <PanelTab key={panel.id} panel={panel} isShown={panel.id === shown} />
        ))}
      </TabList>
      {panels.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="inspector-panel">
          {content}
        </TabPanel>
      ))}
    </Tabs>
  );
}

function PanelTab({ panel, isShown }: { panel: SidePanel; isShown: boolean }): ReactNode {
  const { id, label, icon, command } = panel;
  const key = useKeyOf(command);
  return (
    <Tab id={id} aria-label={label} aria-keyshortcuts={key === '' ? undefined : ariaShortcut(key)}>
      <span className="inspector-tab" title={key === '' ? label : `${label}  ${shortcutText(key)}`}>
        <Icon of={icon} size={14} />
        {isShown && <span className="inspector-tab-name">{label}</span>}
      </span>
    </Tab>
  );
}
