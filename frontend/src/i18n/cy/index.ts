import type { Words } from "../words";
import { dates } from "./dates";
import { home } from "./home";
import { links } from "./links";
import { outcomes } from "./outcomes";
import { problems } from "./problems";
import { session } from "./session";
import { shell } from "./shell";

export const cy: Words = { dates, home, links, outcomes, problems, session, shell };
