// embed.js: one file at the root of dist/ under a name that stays, since articles point at it.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const project = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  publicDir: false,
  build: {
    target: "es2022",
    emptyOutDir: false,
    reportCompressedSize: false,
    lib: { entry: `${project}/web/src/element.ts`, formats: ["es"], fileName: () => "embed.js" },
  },
});
