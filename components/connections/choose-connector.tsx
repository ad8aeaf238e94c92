'use client'

import { connectors } from '@/lib/connectors'
import type { Connector } from '@/lib/connectors/contract'
import { ConnectorTile } from '../marks/connector-icon'

export function ChooseConnector({ onChoose }: { onChoose: (connector: Connector) => void }) {
  return (
    <ul className="flex flex-col gap-2">
      {connectors.map((connector) => (
        <li key={connector.id}>
          <button
            type="button"
            onClick={() => onChoose(connector)}
            className="flex w-full items-center gap-3 rounded-card border border-line bg-raised p-3 text-left transition-colors hover:border-control-line hover:bg-sunken"
          >
            <ConnectorTile name={connector.icon} className="size-9" />
            <span>
              <span className="block font-medium">{connector.title}</span>
              <span className="block text-muted text-sm">{connector.summary}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
