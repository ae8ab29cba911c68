import "fake-indexeddb/auto";
import { beforeAll } from "vitest";
import { start } from "../auth/session";

beforeAll(() => start({ signIn: "", issuer: "https://issuer.example", clientId: "test" }));
