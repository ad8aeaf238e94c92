import 'server-only'
import { documentAppend } from '../google/document/document-append'
import { documentCreate } from '../google/document/document-create'
import { documentGet } from '../google/document/document-get'
import { documentReplace } from '../google/document/document-replace'
import { documentSearch } from '../google/document/document-search'
import { fileCopy } from '../google/file/file-copy'
import { fileExport } from '../google/file/file-export'
import { fileGet } from '../google/file/file-get'
import { fileMove } from '../google/file/file-move'
import { fileRestore } from '../google/file/file-restore'
import { fileSearch } from '../google/file/file-search'
import { fileShare } from '../google/file/file-share'
import { fileTrash } from '../google/file/file-trash'
import { fileUpload } from '../google/file/file-upload'
import { fileWrite } from '../google/file/file-write'
import { folderCreate } from '../google/folder/folder-create'
import { folderSearch } from '../google/folder/folder-search'
import { rowAppend } from '../google/row/row-append'
import { rowFind } from '../google/row/row-find'
import { rowUpdate } from '../google/row/row-update'
import { sheetCreate } from '../google/sheet/sheet-create'
import { sheetRead } from '../google/sheet/sheet-read'
import { sheetSearch } from '../google/sheet/sheet-search'
import { sheetUpdate } from '../google/sheet/sheet-update'
import { tabList } from '../google/tab/tab-list'
import { type Bound, bind } from './bind'

const client = () => import('../google/client')

/** Every action on files, documents and spreadsheets with its behaviour. */
export const googleDriveRuns: readonly Bound[] = [
  bind(fileSearch, client, () => import('../google/file/file-search.run')),
  bind(fileGet, client, () => import('../google/file/file-get.run')),
  bind(fileExport, client, () => import('../google/file/file-export.run')),
  bind(fileUpload, client, () => import('../google/file/file-upload.run')),
  bind(fileWrite, client, () => import('../google/file/file-write.run')),
  bind(fileMove, client, () => import('../google/file/file-move.run')),
  bind(fileCopy, client, () => import('../google/file/file-copy.run')),
  bind(fileShare, client, () => import('../google/file/file-share.run')),
  bind(fileTrash, client, () => import('../google/file/file-trash.run')),
  bind(fileRestore, client, () => import('../google/file/file-restore.run')),
  bind(folderSearch, client, () => import('../google/folder/folder-search.run')),
  bind(folderCreate, client, () => import('../google/folder/folder-create.run')),
  bind(documentSearch, client, () => import('../google/document/document-search.run')),
  bind(documentGet, client, () => import('../google/document/document-get.run')),
  bind(documentCreate, client, () => import('../google/document/document-create.run')),
  bind(documentAppend, client, () => import('../google/document/document-append.run')),
  bind(documentReplace, client, () => import('../google/document/document-replace.run')),
  bind(sheetSearch, client, () => import('../google/sheet/sheet-search.run')),
  bind(sheetRead, client, () => import('../google/sheet/sheet-read.run')),
  bind(sheetUpdate, client, () => import('../google/sheet/sheet-update.run')),
  bind(sheetCreate, client, () => import('../google/sheet/sheet-create.run')),
  bind(tabList, client, () => import('../google/tab/tab-list.run')),
  bind(rowFind, client, () => import('../google/row/row-find.run')),
  bind(rowAppend, client, () => import('../google/row/row-append.run')),
  bind(rowUpdate, client, () => import('../google/row/row-update.run')),
]
