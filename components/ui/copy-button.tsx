'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './button'
import { IconButton } from './icon-button'
import { toast } from './toast'

type CopyButtonProps = { value: string; label?: string; withText?: boolean; className?: string }

export function CopyButton({ value, label = 'Copy', withText, className }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2_000)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = () =>
    navigator.clipboard
      .writeText(value)
      .then(() => setCopied(true))
      .catch(() => toast.failed('The browser did not let us copy. Select the text and copy it yourself.'))
  const icon = copied ? <Check className="text-succeeded" aria-hidden /> : <Copy aria-hidden />
  const look = className ? { className } : {}
  if (withText) {
    return (
      <Button onClick={copy} {...look}>
        {icon}
        {copied ? 'Copied' : label}
      </Button>
    )
  }
  return (
    <IconButton label={copied ? 'Copied' : label} size="sm" onClick={copy} {...look}>
      {icon}
    </IconButton>
  )
}
