/** True for a Han character's UTF-16 unit: unified ideographs, extension A, compatibility ideographs, 〇, surrogates. */
export function isHan(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    unit === 0x3007 ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xd800 && unit <= 0xdfff)
  )
}

/** White space, or a character that takes no room: U+200B, U+2060, U+FEFF, soft hyphen, directional marks. */
export function isBlank(unit: number): boolean {
  return (
    unit === 32 ||
    (unit >= 9 && unit <= 13) ||
    unit === 0xa0 ||
    unit === 0xad ||
    unit === 0x3000 ||
    (unit >= 0x2000 && unit <= 0x200f) ||
    (unit >= 0x2028 && unit <= 0x202f) ||
    unit === 0x205f ||
    unit === 0x2060 ||
    unit === 0xfeff ||
    unit === 0x85
  )
}
