/**
 * Files of a room: taking them in, telling what they are, giving them out. Calls access, storage
 * and web.
 */
package org.andon.file.file;
