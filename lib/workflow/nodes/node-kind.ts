import type { ActionCatalog } from '../../connectors/contract'
import type { Binding } from '../binding'
import type { Body, NodeOf, NodeType } from '../document'
import type { ObjectType, ValueType } from '../value-type'
import type { WorkflowCatalog } from '../workflow-catalog'

/** Visits every place of a node that may refer to other nodes, and may put something else there. */
export type BindingMap = {
  /** `field` is a dotted path within the node: `input.repo`, `config.branches.0.when.all.1.left`. */
  binding(field: string, binding: Binding): Binding
  /** A condition that is written as CEL. */
  cel(field: string, source: string): string
}

/** The type of a bound value, where it is known. */
export type TypeOfBinding = (binding: Binding) => ValueType

/** What the types of outputs follow from, beside the document. */
export type Catalogs = { readonly actions: ActionCatalog; readonly workflows: WorkflowCatalog }

/** How a kind of node holds other nodes. */
export type HoldsBody<Type extends NodeType = NodeType> = {
  of(node: NodeOf<Type>): Body
  put(node: NodeOf<Type>, body: Body): NodeOf<Type>
  /** Told to people: "For each item". */
  readonly title: string
}

/**
 * The facts of one type of node, in one place: the palette, the canvas, the inspector, the data picker, the checker
 * and the engine ask the kind, never "which type are you?".
 */
export type NodeKind<Type extends NodeType = NodeType> = {
  readonly title: string
  /** One sentence for the palette. */
  readonly summary: string
  /** The name of a lucide icon. */
  readonly icon: string
  readonly isTrigger: boolean
  /** Takes part in a run. A note does not: it has no exits and no edge may touch it. */
  readonly runs: boolean
  /** May its step fail, so that "if it fails" is worth asking? */
  readonly mayFail: boolean
  /** Could another try end otherwise, so that "ask a person" is worth offering? */
  readonly mayAsk: boolean
  /** The exits it has by its configuration, without `error`; ask `exitsOf` for all. */
  exitsOf(node: NodeOf<Type>): readonly { readonly exit: string; readonly label: string }[]
  /** The type of its output when it succeeds. */
  outputSchemaOf(node: NodeOf<Type>, catalogs: Catalogs, typeOf: TypeOfBinding): ValueType
  /** The same node with every binding and CEL condition put through `map`; the source of `bindingsOf`. */
  mapBindings(node: NodeOf<Type>, map: BindingMap): NodeOf<Type>
  /** A loop: it does other nodes, again and again. */
  readonly body?: HoldsBody<Type>
  /** Is this field filled in for each item, so that it may speak of the item and of the steps of the body? */
  isInside?(field: string): boolean
  /** What its own id stands for there: the item, its index. */
  insideOf?(node: NodeOf<Type>, typeOf: TypeOfBinding): ObjectType
}

/** The one way out of most kinds. */
export const onlyOut = [{ exit: 'out', label: 'Next' }] as const
