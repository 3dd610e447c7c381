// embed.js: one file at the root of dist/ under a name that stays, since articles point at it.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { withFrames } from "./poster-plugin.ts";

const project = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  publicDir: false,
  define: withFrames(project),
  build: {
    target: "es2022",
    emptyOutDir: false,
    reportCompressedSize: false,
    rolldownOptions: { output: { minify: true } }, // white space too, which is kept for whoever bundles a library again
    lib: { entry: `${project}/web/src/article/embed-script.ts`, formats: ["es"], fileName: () => "embed.js" },
  },
});
