/** A sentence, or a part of one, in English and in Chinese. */
export type Words = readonly [en: string, zh: string];

/** What the system says by a code. */
export function saidBySystem(code: string | undefined): Words {
  return (
    {
      ENOENT: NO_FOLDER,
      ENOTDIR: NO_FOLDER,
      EACCES: FORBIDDEN,
      EPERM: FORBIDDEN,
      EISDIR: IS_FOLDER,
      EEXIST: IN_THE_WAY,
      ENOSPC: FULL,
    }[code ?? ''] ?? [`${code}`, `${code}`]
  );
}

const NO_FOLDER: Words = ['its folder does not exist', '其所在文件夹不存在'];
const FORBIDDEN: Words = ['you may not', '没有权限'];
const IN_THE_WAY: Words = ['a file of that name is in the way', '已有同名文件'];
const IS_FOLDER: Words = ['it is a folder', '它是文件夹'];
const FULL: Words = ['the disk is full', '磁盘已满'];
