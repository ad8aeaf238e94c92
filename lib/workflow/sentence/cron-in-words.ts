const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const monthNames = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]

/** The usual schedules in words: "every weekday at 09:00". Nothing for the unusual ones. */
export function cronInWords(cron: string): string | undefined {
  const [minute = '', hour = '', day = '', month = '', weekday = '', ...more] = cron.trim().split(/\s+/)
  if (more.length > 0) return undefined
  const when = dayInWords(day, month, weekday)
  if (when === undefined) return undefined
  const every = /^\*\/(\d+)$/.exec(minute)
  if (hour === '*' && when === 'every day') {
    if (minute === '*') return 'every minute'
    if (every) return `every ${every[1]} minutes`
    return isNumber(minute) ? `every hour at ${two(minute)} past` : undefined
  }
  if (!isNumber(minute) || !hour.split(',').every(isNumber)) return undefined
  const times = hour.split(',').map((one) => `${two(one)}:${two(minute)}`)
  return `${when} at ${times.join(' and ')}`
}

function dayInWords(day: string, month: string, weekday: string): string | undefined {
  if (month === '*' && day === '*') return weekdayInWords(weekday)
  if (weekday !== '*' || !isNumber(day)) return undefined
  if (month === '*') return `on day ${Number(day)} of every month`
  return isNumber(month) ? `every year on ${Number(day)} ${monthNames[Number(month) - 1] ?? ''}` : undefined
}

function weekdayInWords(weekday: string): string | undefined {
  if (weekday === '*') return 'every day'
  if (weekday === '1-5' || weekday.toLowerCase() === 'mon-fri') return 'every weekday'
  const named = weekday.split(',').map((one) => (isNumber(one) ? days[Number(one) % 7] : undefined))
  return named.every((name) => name !== undefined) ? `every ${named.join(' and ')}` : undefined
}

function isNumber(text: string): boolean {
  return /^\d{1,2}$/.test(text)
}

function two(text: string): string {
  return text.padStart(2, '0')
}
