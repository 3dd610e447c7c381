// What is sent with every file of dist/: articles of any host may frame it, isolated ones (Cross-Origin-Embedder-Policy)
// too, and a sandboxed frame, which has no origin of its own, may fetch what it needs.
export const headers = Object.entries({
  "Access-Control-Allow-Origin": "*",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
});

export const setHeaders = (response) => headers.forEach(([name, value]) => response.setHeader(name, value));
