'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect } from 'react'
import { type EditorStore, goInside } from '../store/create-editor-store'
import { fromPlaceWords, toPlaceWords } from './place-address'

const key = 'in'

/**
 * Keeps in the address which loops one has gone into, so that a reload and a link that is passed on lead there, and the
 * browser's back button leads out. Another item of the same loops takes the place of the one before.
 */
export function usePlaceInAddress(store: EditorStore): void {
  const wanted = useSearchParams().get(key)
  useEffect(() => {
    if (toPlaceWords(store.getState()) === (wanted ?? '')) return
    const { inside, items } = fromPlaceWords(wanted)
    goInside(store, inside, items)
  }, [store, wanted])
  useEffect(
    () =>
      store.subscribe((state, before) => {
        if (state.inside === before.inside && state.items === before.items) return
        const words = toPlaceWords(state)
        const address = new URL(window.location.href)
        const shown = address.searchParams.get(key) ?? ''
        if (words === shown) return
        if (words) address.searchParams.set(key, words)
        else address.searchParams.delete(key)
        const isSameCanvas = state.inside.join('.') === fromPlaceWords(shown).inside.join('.')
        window.history[isSameCanvas ? 'replaceState' : 'pushState'](null, '', address)
      }),
    [store],
  )
}
