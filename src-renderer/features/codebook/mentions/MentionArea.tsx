import { useRef, type ReactNode } from 'react';
import { TextArea, type TextAreaProps } from '#ui/TextField.tsx';
import { MentionList } from './MentionList.tsx';
import { useMentionChoice } from './use-mention-choice.ts';

export interface MentionAreaProps extends Omit<TextAreaProps, 'inputRef'> {
  readonly value: string;
}

/** A field of a form that completes the names of codes after `@`. */
export function MentionArea(props: MentionAreaProps): ReactNode {
  const area = useRef<HTMLTextAreaElement>(null);
  const { open, ariaProps, ...mentions } = useMentionChoice(props.value);
  return (
    <div
      onKeyDownCapture={mentions.onKeyDown}
      onInput={() => area.current && mentions.onTyped(area.current)}
      onSelect={() => area.current && mentions.onCaret(area.current)}
      onBlur={mentions.onLeave}
    >
      <TextArea {...props} {...ariaProps} inputRef={area} />
      {open && <MentionList choice={open} />}
    </div>
  );
}
