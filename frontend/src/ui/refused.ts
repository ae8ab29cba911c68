import { type ComponentChildren, createContext } from "preact";

/** What is shown in place of a page that the service refuses to someone's roles. */
export const RefusedContext = createContext<(() => ComponentChildren) | undefined>(undefined);
