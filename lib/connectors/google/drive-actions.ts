import type { Action } from '../contract'
import { documentAppend } from './document/document-append'
import { documentCreate } from './document/document-create'
import { documentGet } from './document/document-get'
import { documentReplace } from './document/document-replace'
import { documentSearch } from './document/document-search'
import { fileCopy } from './file/file-copy'
import { fileExport } from './file/file-export'
import { fileGet } from './file/file-get'
import { fileMove } from './file/file-move'
import { fileRestore } from './file/file-restore'
import { fileSearch } from './file/file-search'
import { fileShare } from './file/file-share'
import { fileTrash } from './file/file-trash'
import { fileUpload } from './file/file-upload'
import { fileWrite } from './file/file-write'
import { folderCreate } from './folder/folder-create'
import { folderSearch } from './folder/folder-search'
import { rowAppend } from './row/row-append'
import { rowFind } from './row/row-find'
import { rowUpdate } from './row/row-update'
import { sheetCreate } from './sheet/sheet-create'
import { sheetRead } from './sheet/sheet-read'
import { sheetSearch } from './sheet/sheet-search'
import { sheetUpdate } from './sheet/sheet-update'
import { tabList } from './tab/tab-list'

/** Files, documents and spreadsheets: the part of the connector that works on Drive. */
export const driveActions: readonly Action[] = [
  fileSearch,
  fileGet,
  fileExport,
  fileUpload,
  fileWrite,
  fileMove,
  fileCopy,
  fileShare,
  fileTrash,
  fileRestore,
  folderSearch,
  folderCreate,
  documentSearch,
  documentGet,
  documentCreate,
  documentAppend,
  documentReplace,
  sheetSearch,
  sheetRead,
  sheetUpdate,
  sheetCreate,
  tabList,
  rowFind,
  rowAppend,
  rowUpdate,
]
