import { both } from "../../../../i18n/both";
import { cy } from "./cy";
import { en } from "./en";

export const peopleWords = both(en, cy);
