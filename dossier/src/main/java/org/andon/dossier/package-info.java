/**
 * The sealed dossier of an incident: writing one, and telling whether anything in one was changed.
 * {@code docs/dossier.md} has the format.
 */
package org.andon.dossier;
