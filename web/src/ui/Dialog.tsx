import { type ReactNode, useEffect, useId, useRef } from "react";

type Props = { open: boolean; onClose(): void; title: string; children: ReactNode; foot?: ReactNode };

/**
 * The browser's own modal: it keeps the focus inside, makes the page behind inert, listens to Escape (which means "Not
 * now") and gives the focus back to where it came from.
 */
export function Dialog({ open, onClose, title, children, foot }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) element?.showModal();
    if (!open && element?.open) element.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onClose={onClose}>
      {open && (
        <div className="stack stack--l">
          <h2 id={id} className="heading">
            {title}
          </h2>
          {children}
          {foot && <div className="dialog__foot">{foot}</div>}
        </div>
      )}
    </dialog>
  );
}
