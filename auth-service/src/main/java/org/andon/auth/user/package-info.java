/**
 * Users as clients see them: oneself, and colleagues to be added to a room. May call {@code
 * directory}, {@code session} and {@code page}.
 */
package org.andon.auth.user;
