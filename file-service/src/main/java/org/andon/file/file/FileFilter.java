package org.andon.file.file;

/**
 * Which files of a room to list; a null asks for nothing.
 *
 * @param text part of the name, without regard to case
 */
record FileFilter(FileKind kind, String text, int limit, FileCursor cursor) {}
