/** A name behind Chinese: a blank stands before what is neither Chinese nor in marks. */
export function led(name: string): string {
  return /^[「\u4e00-\u9fff]/.test(name) ? name : ` ${name}`;
}

/** A name before Chinese. */
export function trailed(name: string): string {
  return /[」\u4e00-\u9fff]$/.test(name) ? name : `${name} `;
}
