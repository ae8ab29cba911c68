import { dates } from "./dates";
import { home } from "./home";
import { links } from "./links";
import { outcomes } from "./outcomes";
import { problems } from "./problems";
import { session } from "./session";
import { shell } from "./shell";

/** What a first visit may have to say. Every other word comes with the feature that says it. */
export const en = { dates, home, links, outcomes, problems, session, shell };
