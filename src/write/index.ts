// Written by `npm run gen` from the files of this folder.
export const WRITERS = {
  json: () => import('./json.js').then((part) => part.writer),
  yaml: () => import('./yaml.js').then((part) => part.writer),
} as const
