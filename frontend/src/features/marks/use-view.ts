import { type ReadonlySignal, useComputed, useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { remember, remembered } from "../../lib/remembered";
import type { OpenSheet } from "../../sheet/open-sheet";
import { pageOf, pagesOf } from "../../sheet/pages";
import type { Row } from "../../sheet/row";
import { type Filter, type Order, addressWith, filterIn, found, ordered } from "./view";

type Page = number | "all";

export interface View {
  filter: ReadonlySignal<Filter>;
  order: ReadonlySignal<Order>;
  page: ReadonlySignal<Page>;
  pages: ReadonlySignal<number>;
  /** Candidates the filter found, on every page. */
  found: ReadonlySignal<string[]>;
  /** Candidates on the page shown. */
  shown: ReadonlySignal<string[]>;
  show: (filter: Filter) => void;
  /** Put the rows in this order, here and on every sheet from now on. */
  arrange: (order: Order) => void;
  go: (page: Page) => void;
  /** Go to the next or previous page, into the same column. */
  past: (end: "next" | "previous", column: string) => void;
  /** Show a candidate's row and focus its box. */
  goTo: (candidate: string) => void;
}

interface Place {
  at: "first" | "last" | { candidate: string };
  column: string;
}

/** Which rows of a sheet are shown, and where the focus goes when that changes. */
export function useView(sheet: OpenSheet): View {
  const all = useComputed(() => sheet.rows.map((row) => row.peek().candidate));
  const asked = /^#c(\d{4})$/.exec(location.hash)?.[1];
  const filter = useSignal(filterIn(location.search, rowsOf(sheet)));
  const order = useSignal<Order>(remembered(ORDER) === "name" ? "name" : "number");
  const list = useSignal(found(rowsOf(sheet), filter.peek(), sheet.scale, order.peek()));
  const page = useSignal<Page>(asked ? pageWith(list.peek(), asked) : 1);
  const focus = useRef<Place | undefined>(asked ? { at: { candidate: asked }, column: "mark" } : undefined);
  const pages = useComputed(() => pagesOf(list.value.length));
  const shown = useComputed(() => (page.value === "all" ? list.value : pageOf(list.value, page.value)));

  useEffect(() => {
    const place = focus.current;
    focus.current = undefined;
    if (place) focusOn(place);
  }, [shown.value]);

  const known = useRef(all.peek());
  useEffect(() => {
    const before = new Set(known.current);
    if (known.current === all.value) return;
    known.current = all.value;
    const joined = rowsOf(sheet).filter(({ candidate }) => !before.has(candidate));
    const wanted = new Set([...list.peek(), ...found(joined, filter.peek(), sheet.scale)]);
    const typing = focused();
    list.value = ordered(rowsOf(sheet), order.peek())
      .map(({ candidate }) => candidate)
      .filter((candidate) => wanted.has(candidate));
    if (!typing || !list.peek().includes(typing.at.candidate)) return;
    focus.current = typing;
    if (!shown.peek().includes(typing.at.candidate)) page.value = pageWith(list.peek(), typing.at.candidate);
  }, [all.value, sheet, filter, order, list, page, shown]);

  // The same for as long as the sheet is, so that no row renders again because of it.
  return useMemo((): View => {
    const show = (next: Filter) => {
      history.replaceState(history.state, "", addressWith(next, location));
      filter.value = next;
      list.value = found(rowsOf(sheet), next, sheet.scale, order.peek());
    };
    const go = (to: Page) => {
      void sheet.flush();
      page.value = to;
    };
    const goTo = (candidate: string) => {
      const place: Place = { at: { candidate }, column: "mark" };
      if (shown.peek().includes(candidate)) {
        focusOn(place);
        return;
      }
      focus.current = place;
      if (!list.peek().includes(candidate)) show("all");
      if (page.peek() !== "all") page.value = pageWith(list.peek(), candidate);
    };
    const first = () => {
      if (page.peek() !== "all") page.value = 1;
    };
    return {
      filter,
      order,
      page,
      pages,
      found: list,
      shown,
      show: (next) => {
        show(next);
        first();
      },
      arrange: (next) => {
        remember(ORDER, next);
        order.value = next;
        list.value = found(rowsOf(sheet), filter.peek(), sheet.scale, next);
        first();
      },
      go,
      past: (end, column) => {
        const at = page.peek();
        if (at === "all") return;
        const to = end === "next" ? at + 1 : at - 1;
        if (to < 1 || to > pages.peek()) return;
        focus.current = { at: end === "next" ? "first" : "last", column };
        go(to);
      },
      goTo,
    };
  }, [sheet, filter, order, list, page, pages, shown]);
}

/** Where the order of rows is remembered. */
const ORDER = "order";

const rowsOf = (sheet: OpenSheet): Row[] => sheet.rows.map((row) => row.peek());

const pageWith = (list: string[], candidate: string): number => pagesOf(list.indexOf(candidate) + 1);

/** The candidate and column that someone is typing in. */
function focused(): { at: { candidate: string }; column: string } | undefined {
  const column = document.activeElement?.getAttribute("data-column");
  const candidate = document.activeElement?.closest(".cm-row")?.id.slice(1);
  return column && candidate ? { at: { candidate }, column } : undefined;
}

function focusOn({ at, column }: Place): void {
  const boxes = [...document.querySelectorAll<HTMLElement>(`.cm-row [data-column="${column}"]:not(:disabled)`)];
  const box = typeof at === "object" ? document.querySelector<HTMLElement>(`#c${at.candidate} [data-column="${column}"]`) : boxes.at(at === "first" ? 0 : -1);
  box?.focus();
}
