// A deal's own page is for previews of links and for readers without script; everyone else goes on to the figure at once.
const link = document.querySelector<HTMLAnchorElement>("#open");
if (link) location.replace(link.href);

export {};
