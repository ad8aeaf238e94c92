import { WidgetType } from '@codemirror/view'

/** How one chip looks: made by the data of the workflow around it. */
export type ChipLook = {
  /** "Read the issue · Title". */
  readonly label: string
  readonly sample: string | null
  /** What is wrong and what to do, when what it names is not there. */
  readonly broken: string | null
  /** Drawn before the label; the product or the kind of step. */
  readonly icon: string
}

/** A reference in the text, drawn as one unit. The text under it stays the Liquid that is stored. */
export class ChipWidget extends WidgetType {
  readonly look: ChipLook
  readonly drawIcon: (icon: string) => Node

  constructor(look: ChipLook, drawIcon: (icon: string) => Node) {
    super()
    this.look = look
    this.drawIcon = drawIcon
  }

  override eq(other: ChipWidget): boolean {
    return (
      other.look.label === this.look.label &&
      other.look.broken === this.look.broken &&
      other.look.sample === this.look.sample &&
      other.look.icon === this.look.icon
    )
  }

  override toDOM(): HTMLElement {
    const { label, sample, broken, icon } = this.look
    const chip = document.createElement('span')
    chip.className = broken ? 'data-chip data-chip-broken' : 'data-chip'
    chip.title = broken ?? (sample === null ? label : `${label}\nLast time: ${sample}`)
    chip.append(this.drawIcon(icon), document.createTextNode(label))
    chip.setAttribute('role', 'img')
    chip.setAttribute('aria-label', broken ? `Broken data: ${label}. ${broken}` : `Data: ${label}`)
    return chip
  }

  override ignoreEvent(): boolean {
    return false
  }
}
