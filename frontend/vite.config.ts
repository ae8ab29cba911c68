import { defineConfig } from "vite";

// `make dev` says where the page is served, and what stands behind it.
const { PAGE_PORT, FRONT_DOOR } = process.env;
const behind = "^/(api|oauth2|login|logout|inbox|config\\.json|[^/]+/\\.well-known)(?=[/?]|$)";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  server: {
    fs: { allow: [".."] },
    ...(FRONT_DOOR && { host: "127.0.0.1", port: Number(PAGE_PORT), strictPort: true, proxy: { [behind]: FRONT_DOOR } }),
  },
  build: { target: "es2022", sourcemap: false, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  css: { preprocessorOptions: { scss: { quietDeps: true, loadPaths: ["node_modules"] } } },
  test: { environment: "jsdom", include: ["src/**/*.test.{ts,tsx}"], setupFiles: ["src/testing/setup.ts"], testTimeout: 30_000, pool: "vmThreads" },
} as Parameters<typeof defineConfig>[0]);
