import type { RepositoryCode } from './repository-code'

const webhook = `package payments

import (
	"encoding/json"
	"net/http"
)

// HandleWebhook marks an order as paid. The provider waits ten seconds for the answer.
func HandleWebhook(w http.ResponseWriter, r *http.Request) {
	var event Event
	if err := json.NewDecoder(r.Body).Decode(&event); err != nil {
		http.Error(w, "bad event", http.StatusBadRequest)
		return
	}
	// Slow: one round trip to the warehouse for each line of the order.
	if err := stock.Reserve(r.Context(), event.OrderID); err != nil {
		http.Error(w, "try again", http.StatusServiceUnavailable)
		return
	}
	orders.MarkPaid(r.Context(), event.OrderID)
	w.WriteHeader(http.StatusNoContent)
}
`

const queuedWebhook = webhook.replace(
  `	// Slow: one round trip to the warehouse for each line of the order.
	if err := stock.Reserve(r.Context(), event.OrderID); err != nil {
		http.Error(w, "try again", http.StatusServiceUnavailable)
		return
	}
`,
  `	// The warehouse is asked later, by a worker: the provider does not wait for it.
	queue.Put("reserve", event.OrderID)
`,
)

export const api: RepositoryCode = {
  repo: 'api',
  main: [
    {
      author: 'priya-raman',
      at: '2026-09-14T07:30:00Z',
      message: 'Orders, payments and stock',
      files: {
        'README.md':
          '# api\n\nOrders, payments and stock behind the shop. Written in Go.\n\n- payments: the provider’s webhooks\n- exports: what accounting downloads\n- stock: what the warehouse has\n',
        'payments/webhook.go': webhook,
        'exports/orders_csv.go': `package exports

import "time"

// OrderTime is how an order's time is written into the file.
func OrderTime(at time.Time) string {
	return at.Format("2006-01-02 15:04")
}
`,
        'stock/reserve.go': `package stock

import "context"

// Reserve asks the warehouse for each line of an order, one after the other.
func Reserve(ctx context.Context, orderID string) error {
	for _, line := range linesOf(ctx, orderID) {
		if err := warehouse.Hold(ctx, line); err != nil {
			return err
		}
	}
	return nil
}
`,
        'carts/expire.go': `package carts

import "time"

// KeepAbandoned is how long a cart without an order is kept. The nightly job deletes older ones.
const KeepAbandoned = 90 * 24 * time.Hour
`,
      },
    },
  ],
  branches: [
    {
      name: 'reserve-behind-a-queue',
      commits: [
        {
          author: 'priya-raman',
          at: '2026-11-02T06:10:00Z',
          message: 'Reserve stock behind a queue',
          files: { 'payments/webhook.go': queuedWebhook },
        },
      ],
      pull: {
        author: 'priya-raman',
        age: 7,
        title: 'Reserve stock behind a queue',
        body: 'The webhook answers at once; a worker asks the warehouse. For #4.',
        checks: [{ name: 'test', conclusion: 'failure', summary: 'payments: queue is not defined' }],
      },
    },
  ],
  workflows: [],
}
