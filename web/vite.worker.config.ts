// offline.js: one file at the root of dist/ under a name that stays, since browsers look there for the next build. What it
// keeps is given by tools/keep_offline.mjs.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const project = fileURLToPath(new URL("..", import.meta.url));
const { BUILD = "", KEPT = "[]" } = process.env;

export default defineConfig({
  publicDir: false,
  define: { BUILD: JSON.stringify(BUILD), KEPT, "process.env.NODE_ENV": '"production"' },
  build: {
    target: "es2022",
    emptyOutDir: false,
    reportCompressedSize: false,
    lib: { entry: `${project}/web/src/worker/offline.ts`, name: "offline", formats: ["iife"], fileName: () => "offline.js" },
  },
});
