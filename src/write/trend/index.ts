// Written by `npm run gen` from the files of this folder.
export const TREND_WRITERS = {
  csv: () => import('./csv.js').then((part) => part.writer),
  html: () => import('./html.js').then((part) => part.writer),
  json: () => import('./json.js').then((part) => part.writer),
  markdown: () => import('./markdown.js').then((part) => part.writer),
  text: () => import('./text.js').then((part) => part.writer),
} as const
