import type { ReactNode } from 'react';
import { useTranslation } from '#i18n/index.ts';
import { Kbd } from '#ui/Kbd.tsx';
import type { EdgeNews } from './edges.ts';

/** While the ends of a passage are moved by key: says where they are, and shows which keys there are. */
export function EdgeNote({ news, nameOf }: { news: EdgeNews | null; nameOf: (news: EdgeNews) => string }): ReactNode {
  const { t } = useTranslation('reader');
  const isAdjusting = news?.kind === 'begun' || news?.kind === 'moved';
  const spoken = (): string => {
    if (!news) return '';
    const { kind, edge, words } = news;
    if (kind === 'kept') return t('edgesKept');
    if (kind === 'left') return t('edgesLeft');
    if (kind === 'moved') return t(edge === 'start' ? 'edgeMovedStart' : 'edgeMovedEnd', { words });
    const params = { name: nameOf(news), words };
    if (news.coding) return t(edge === 'start' ? 'edgeOfCodingStart' : 'edgeOfCodingEnd', params);
    return t(edge === 'start' ? 'edgeStart' : 'edgeEnd', params);
  };
  return (
    <>
      <p className="visually-hidden" role="status" data-testid="edges-spoken">
        {spoken()}
      </p>
      {isAdjusting && (
        <div className="edge-note-place" aria-hidden>
          <p className="edge-note">
            <span className="edge-note-what">{t(news.edge === 'start' ? 'edgeNoteStart' : 'edgeNoteEnd')}</span>
            <span>
              <Kbd keys="Tab" /> {t(news.edge === 'start' ? 'edgeNoteToEnd' : 'edgeNoteToStart')}
            </span>
            <span>
              <Kbd keys="Enter" /> {t('edgeNoteKeep')}
            </span>
            <span>
              <Kbd keys="Escape" /> {t('edgeNoteLeave')}
            </span>
          </p>
        </div>
      )}
    </>
  );
}
