/**
 * Who may read and write in which room: a projection of the rooms' events, and room-service itself
 * when that lags.
 */
package org.andon.file.access;
