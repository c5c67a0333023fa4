package org.andon.file.file;

import java.io.InputStream;

/**
 * Bytes on their way to a client; whoever writes them closes them.
 *
 * @param length how many there are
 */
record Download(InputStream bytes, long length) {}
