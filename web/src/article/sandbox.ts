// What the figure's frame may do in an article: run, open its account in a window of its own, hand files over. It has no
// origin, so that nothing of the article or of the figure's host is within its reach.
export const sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";
