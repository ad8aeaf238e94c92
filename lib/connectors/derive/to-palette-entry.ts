import type { Action, ActionId, Effect } from '../contract'
import { getConnector } from '../index'

/** What the palette, a node's header and the documentation show of an action. */
export type PaletteEntry = {
  readonly action: ActionId
  readonly connector: string
  readonly connectorTitle: string
  readonly icon: string
  readonly title: string
  readonly summary: string
  readonly effect: Effect
  readonly outward: boolean
  readonly needsConnection: boolean
}

export function toPaletteEntry(action: Action): PaletteEntry {
  const connector = getConnector(action.id)
  return {
    action: action.id,
    connector: connector?.id ?? '',
    connectorTitle: connector?.title ?? '',
    icon: connector?.icon ?? '',
    title: action.title,
    summary: action.summary,
    effect: action.effect,
    outward: action.outward,
    needsConnection: connector?.connection === 'required',
  }
}
