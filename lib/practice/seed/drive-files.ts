import { addFile } from '../google/drive/add-file'
import {
  type DriveState,
  documentType,
  folderType,
  type PracticeFile,
  rootFolder,
  sheetType,
} from '../google/drive/state'
import { offerTemplate, onCallNotes, priceList, returnsGuide, suppliers } from './drive-texts'

const hour = 60 * 60 * 1000

type Seed = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly folder: string
  readonly owner: string
  /** Hours before the first start. */
  readonly age: number
  readonly content?: string
  readonly description?: string
  readonly trashed?: boolean
}

const lena = 'lena.fischer@acme.example'
const aiko = 'aiko.tanaka@acme.example'
const marcus = 'marcus.lind@acme.example'

const seeds: readonly Seed[] = [
  { id: rootFolder, name: 'My Drive', type: folderType, folder: '', owner: aiko, age: 4_000 },
  { id: 'folder-shop', name: 'Shop', type: folderType, folder: rootFolder, owner: aiko, age: 3_000 },
  { id: 'folder-support', name: 'Support', type: folderType, folder: rootFolder, owner: lena, age: 2_900 },
  {
    id: 'doc-returns-guide',
    name: 'Returns guide',
    type: documentType,
    folder: 'folder-support',
    owner: lena,
    age: 120,
    content: returnsGuide,
    description: 'How customers send things back',
  },
  {
    id: 'doc-on-call',
    name: 'On-call notes',
    type: documentType,
    folder: 'folder-support',
    owner: marcus,
    age: 9,
    content: onCallNotes,
  },
  {
    id: 'doc-offer-template',
    name: 'Offer, template',
    type: documentType,
    folder: 'folder-shop',
    owner: aiko,
    age: 700,
    content: offerTemplate,
  },
  {
    id: 'sheet-price-list',
    name: 'Price list',
    type: sheetType,
    folder: 'folder-shop',
    owner: aiko,
    age: 48,
    content: priceList,
  },
  {
    id: 'sheet-returns',
    name: 'Returns',
    type: sheetType,
    folder: 'folder-support',
    owner: lena,
    age: 20,
    content: 'Order,Customer,Reason,Amount\nA-1007,Johanna Weiss,Wrong size,39.9',
  },
  {
    id: 'file-release-checklist',
    name: 'Release checklist.md',
    type: 'text/markdown',
    folder: 'folder-support',
    owner: marcus,
    age: 300,
    content: '- Run the tests\n- Tell #ops\n',
  },
  {
    id: 'file-summer-sale',
    name: 'Summer sale.txt',
    type: 'text/plain',
    folder: 'folder-shop',
    owner: aiko,
    age: 2_000,
    content: 'All garden tools 20% off until 31 August.\n',
  },
  {
    id: 'file-old-prices',
    name: 'Old prices.txt',
    type: 'text/plain',
    folder: 'folder-shop',
    owner: aiko,
    age: 2_500,
    content: 'K-101 34.90\nG-300 17.50\n',
    trashed: true,
  },
]

/** The files of the practice company, as its people left them before `now`. */
export function driveFiles(now: number): DriveState {
  const state: DriveState = { next: 1, files: [], documents: {}, spreadsheets: {} }
  for (const seed of seeds) {
    const file = addFile(state, {
      ...seed,
      mimeType: seed.type,
      parents: seed.folder ? [seed.folder] : [],
      content: seed.content ?? '',
    })
    Object.assign(file, beforeUs(file, seed, now))
  }
  const [prices] = state.spreadsheets['sheet-price-list'] ?? []
  if (prices) {
    prices.title = 'Prices'
    state.spreadsheets['sheet-price-list'] = [
      prices,
      { sheetId: 1, title: 'Suppliers', rows: suppliers, metadata: [] },
    ]
  }
  return { ...state, next: 1 }
}

/** Somebody else made it, a while ago. */
function beforeUs(
  file: PracticeFile,
  { age, owner, trashed = false }: Seed,
  now: number,
): Partial<PracticeFile> {
  return {
    isOurs: false,
    trashed,
    owner,
    createdTime: new Date(now - (age + 24) * hour).toISOString(),
    modifiedTime: new Date(now - age * hour).toISOString(),
    permissions: [
      { id: 'permission-owner', type: 'user', role: 'owner', emailAddress: owner },
      ...file.permissions.map((each) => ({ ...each, id: 'permission-us', role: 'writer' })),
    ],
  }
}
