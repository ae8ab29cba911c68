import { amend } from "./amend";
import { board } from "./board";
import { check } from "./check";
import { consortia } from "./consortia";
import { dates } from "./dates";
import { entry } from "./entry";
import { history } from "./history";
import { home } from "./home";
import { moderation } from "./moderation";
import { moreTime } from "./more-time";
import { notes } from "./notes";
import { notices } from "./notices";
import { outcomes } from "./outcomes";
import { print } from "./print";
import { problems } from "./problems";
import { review } from "./review";
import { sense } from "./sense";
import { session } from "./session";
import { settings } from "./settings";
import { shell } from "./shell";
import { submitted } from "./submitted";
import { upload } from "./upload";

export const en = {
  amend,
  board,
  check,
  consortia,
  dates,
  entry,
  history,
  home,
  moderation,
  moreTime,
  notes,
  notices,
  outcomes,
  print,
  problems,
  review,
  sense,
  session,
  settings,
  shell,
  submitted,
  upload,
};
