import { dates } from "./dates";
import { home } from "./home";
import { links } from "./links";
import { outcomes } from "./outcomes";
import { problems } from "./problems";
import { session } from "./session";
import { shell } from "./shell";

/** The words of a first visit. Every other word comes with the feature that uses it. */
export const en = { dates, home, links, outcomes, problems, session, shell };
