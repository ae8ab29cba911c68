import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Say } from "../i18n/words";

interface Props {
  /** What was done; nothing while nothing was. */
  say: Say | undefined;
  /** Where it can be seen. */
  children?: ComponentChildren;
}

/** What someone has just done, at the top of a page; it takes the focus, so that it is seen and read out. */
export function Said({ say, children }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (say) panel.current?.focus();
  }, [say]);
  return (
    <div class="cm-said cm-said--done" role="status" tabIndex={-1} ref={panel}>
      {say?.()}
      {children}
    </div>
  );
}
