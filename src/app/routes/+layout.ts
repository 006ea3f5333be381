export const prerender = true;
// `about/index.html` is found by every static server, `about.html` only by some.
export const trailingSlash = 'always';
