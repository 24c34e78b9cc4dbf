import { AtSign, Bold, Italic, List, ListOrdered } from 'lucide-react';
import {
  useEffect,
  useEffectEvent,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type ReactNode,
  type Ref,
} from 'react';
import type { LinkTarget } from '#domain/memos/memo-markup.ts';
import type { MemoId } from '#domain/project/records.ts';
import { useSession } from '#features/coding/index.ts';
import { useProject, useProjectListener } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { IconButton } from '#ui/IconButton.tsx';
import type { FaceOf } from './editor/document.ts';
import { MemoBody, type BodyStyle } from './editor/memo-body.ts';
import type { Mention } from './editor/mention.ts';
import { findThings, thingsToLink, type FoundThing } from './find-things.ts';
import { MentionList } from './MentionList.tsx';
import { findThing, nameOfThing } from './thing-names.ts';

/** What is done to the field from outside. */
export interface MemoFieldHandle {
  readonly markup: () => string;
  readonly load: (body: string) => void;
  readonly focus: () => void;
}

export interface MemoFieldProps {
  readonly memoId: MemoId;
  readonly body: string;
  readonly isReadOnly: boolean;
  /** Stands beside the buttons. */
  readonly beside: ReactNode;
  readonly onChange: () => void;
  readonly onFollow: (target: LinkTarget) => void;
  readonly onEscape: () => void;
  readonly ref: Ref<MemoFieldHandle>;
}

const PLAIN: BodyStyle = { isBold: false, isItalic: false, list: null };

/** The text of a memo, with what can be done to it by button. */
export function MemoField({ ref, ...props }: MemoFieldProps): ReactNode {
  const { t } = useTranslation('memos');
  const faceOf = useFaces();
  const host = useRef<HTMLDivElement>(null);
  const body = useRef<MemoBody>(null);
  const [style, setStyle] = useState(PLAIN);
  const mentions = useMentions(props.memoId, (thing) => body.current?.mention(thing.target, thing.name));
  const changed = useEffectEvent(() => props.onChange());
  const follow = useEffectEvent((target: LinkTarget) => props.onFollow(target));
  const escape = useEffectEvent(() => props.onEscape());
  const mention = useEffectEvent((found: Mention | null) => mentions.take(found));
  const mentionKey = useEffectEvent((key: 'up' | 'down' | 'choose' | 'close') => mentions.press(key));
  const initial = useEffectEvent(() => props.body);
  useEffect(() => {
    if (!host.current) return undefined;
    const made = new MemoBody(host.current, initial(), faceOf, {
      onChange: () => changed(),
      onStyle: (next) => setStyle((before) => (isSameStyle(before, next) ? before : next)),
      onMention: (found) => mention(found),
      onMentionKey: (key) => mentionKey(key),
      onFollow: (target) => follow(target),
      onEscape: () => escape(),
    });
    body.current = made;
    return () => {
      body.current = null;
      made.destroy();
    };
  }, [faceOf]);
  useImperativeHandle(
    ref,
    () => ({
      markup: () => body.current?.markup ?? '',
      load: (markup) => body.current?.load(markup),
      focus: () => body.current?.focus(),
    }),
    [],
  );
  useProjectListener((change) => {
    if (change) body.current?.refreshNames();
  });
  const { isReadOnly } = props;
  return (
    <>
      <div className="memo-tools">
        {!isReadOnly && (
          <div className="memo-tool-buttons" role="toolbar" aria-label={t('tools')}>
            <IconButton
              icon={Bold}
              size="small"
              label={t('bold')}
              shortcut="Mod+B"
              isOn={style.isBold}
              onPress={() => body.current?.toggle('bold')}
            />
            <IconButton
              icon={Italic}
              size="small"
              label={t('italic')}
              shortcut="Mod+I"
              isOn={style.isItalic}
              onPress={() => body.current?.toggle('italic')}
            />
            <IconButton
              icon={List}
              size="small"
              label={t('bullets')}
              isOn={style.list === 'bullets'}
              onPress={() => body.current?.toggleList('bullets', style.list === 'bullets')}
            />
            <IconButton
              icon={ListOrdered}
              size="small"
              label={t('numbers')}
              isOn={style.list === 'numbers'}
              onPress={() => body.current?.toggleList('numbers', style.list === 'numbers')}
            />
            <IconButton
              icon={AtSign}
              size="small"
              label={t('link')}
              shortcut="@"
              onPress={() => body.current?.beginMention()}
            />
          </div>
        )}
        {props.beside}
      </div>
      <div
        ref={host}
        className="memo-text serif"
        contentEditable={!isReadOnly}
        suppressContentEditableWarning
        role="textbox"
        tabIndex={0}
        aria-multiline
        aria-readonly={isReadOnly}
        aria-label={t('text')}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        {...mentions.aria}
        spellCheck={false}
      />
      {mentions.list}
    </>
  );
}

/** How links look: the present name of what they lead to. */
function useFaces(): FaceOf {
  const project = useProject();
  const { t } = useTranslation('memos');
  const [faceOf] = useState<FaceOf>(() => (target: LinkTarget, label: string) => {
    const thing = findThing(project, target);
    if (thing) return { text: nameOfThing(thing), isGone: false, hint: t('follow') };
    // Codings of other sources may still be on their way into memory.
    if (target.kind === 'coding' && !project.areCodingsComplete)
      return { text: label, isGone: false, hint: t('follow') };
    return { text: label || t('untitled'), isGone: true, hint: t('gone') };
  });
  return faceOf;
}

interface Mentions {
  readonly take: (mention: Mention | null) => void;
  readonly press: (key: 'up' | 'down' | 'choose' | 'close') => boolean;
  readonly aria: { readonly 'aria-controls'?: string; readonly 'aria-activedescendant'?: string };
  readonly list: ReactNode;
}

/** What is offered after an `@`: gathered when it is typed, searched with every key, gone with Escape until the next `@`. */
function useMentions(memoId: MemoId, onChoose: (thing: FoundThing) => void): Mentions {
  const session = useSession();
  const id = useId();
  const [mention, setMention] = useState<Mention | null>(null);
  const [current, setCurrent] = useState(0);
  const closed = useRef('');
  const gathered = useRef<{ readonly id: string; readonly things: readonly FoundThing[] } | null>(null);
  const [things, setThings] = useState<readonly FoundThing[]>([]);

  const close = (): void => {
    setMention(null);
    setThings([]);
  };
  const choose = (thing: FoundThing): void => {
    close();
    onChoose(thing);
  };
  const take = (found: Mention | null): void => {
    if (!found) closed.current = '';
    if (!found || found.id === closed.current) {
      if (mention) close();
      return;
    }
    if (gathered.current?.id !== found.id || !mention)
      gathered.current = { id: found.id, things: thingsToLink(session, memoId) };
    setMention(found);
    if (found.query === mention?.query) return;
    setThings(findThings(gathered.current.things, found.query));
    setCurrent(0);
  };
  const press = (key: 'up' | 'down' | 'choose' | 'close'): boolean => {
    if (!mention || things.length === 0) return false;
    const thing = things[current];
    if (key === 'close') {
      closed.current = mention.id;
      close();
    } else if (key !== 'choose') setCurrent((current + (key === 'down' ? 1 : things.length - 1)) % things.length);
    else if (thing) choose(thing);
    return true;
  };
  const isOpen = mention !== null && things.length > 0;
  return {
    take,
    press,
    aria: isOpen ? { 'aria-controls': id, 'aria-activedescendant': `${id}-${current}` } : {},
    list: isOpen && <MentionList id={id} things={things} current={current} rect={mention.rect} onChoose={choose} />,
  };
}

function isSameStyle(a: BodyStyle, b: BodyStyle): boolean {
  return a.isBold === b.isBold && a.isItalic === b.isItalic && a.list === b.list;
}
