import { Avatar } from '@mantine/core'

/** White on each of these is readable (4.5:1 or more). */
const colors = ['#126b7f', '#8a4b08', '#5b4aa0', '#2c6e49', '#9c2f4e', '#3c5a99', '#6b5b1e', '#5a5f66']

/** Decoration beside a name that is written out, hence hidden from screen readers. */
export function PersonAvatar({ id, name, size = 36 }: { id: string; name: string; size?: number }) {
  return (
    <Avatar
      aria-hidden
      size={size}
      radius="xl"
      variant="filled"
      color={colors[hash(id) % colors.length]}
      styles={{ placeholder: { fontSize: size * 0.38 } }}
    >
      {initials(name)}
    </Avatar>
  )
}

/** Two letters of a Latin name; of a Chinese one the given name, which is what people are called by. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0] ?? ''
  if (/\p{Script=Han}/u.test(first)) {
    const letters = [...first].filter((letter) => /\p{Script=Han}/u.test(letter))
    return letters.length <= 2 ? letters.join('') : letters.slice(-2).join('')
  }
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return ([...first].slice(0, 1).join('') + [...last].slice(0, 1).join('')).toUpperCase()
}

function hash(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7)
}
