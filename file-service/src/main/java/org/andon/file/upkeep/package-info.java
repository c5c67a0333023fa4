/**
 * Keeps rows and objects in step, and lets go of what is no longer needed. One pod at a time does
 * it for all. Calls storage, preview for its widths, and web.
 */
package org.andon.file.upkeep;
