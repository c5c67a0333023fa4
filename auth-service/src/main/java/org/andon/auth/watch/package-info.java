/**
 * Looks at the accounts of living sessions in the directory, again and again, and ends the sessions
 * of those that may not sign in any more. May call {@code directory} and {@code session}.
 */
package org.andon.auth.watch;
