// Written by `npm run gen` from the files of this folder.
export const READERS = {
  doc: () => import('./doc.js').then((part) => part.reader),
  docx: () => import('./docx.js').then((part) => part.reader),
  html: () => import('./html.js').then((part) => part.reader),
  md: () => import('./md.js').then((part) => part.reader),
  ofd: () => import('./ofd.js').then((part) => part.reader),
  pdf: () => import('./pdf.js').then((part) => part.reader),
  rtf: () => import('./rtf.js').then((part) => part.reader),
  text: () => import('./text.js').then((part) => part.reader),
} as const
